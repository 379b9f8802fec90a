import { beforeAll, expect, test, vi } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { session, user } from "#db/schema/identity.server";
import {
  currentSession,
  endAllSessions,
  endOtherSessions,
  endSession,
  sessionsOf,
  startSession,
  sweepSessions,
} from "~/domain/identity/sessions.server";
import { connections, store } from "~/store.server";
import { aPerson } from "../../world/people";

beforeAll(() => migrateDatabase(connections().writer));

let count = 0;

async function signedInPerson() {
  const userId = await store().write((tx) => aPerson(tx, `person${count++}@x.cn`));
  return { userId, cookie: cookieOf(await startSession(userId, "Firefox")) };
}

function cookieOf(setCookie: string): string {
  return setCookie.split(";")[0] ?? "";
}

test("a session's cookie is its person; only a hash of it is stored", async () => {
  const { userId, cookie } = await signedInPerson();
  expect(await currentSession(cookie)).toMatchObject({ userId });
  const rows = await store().db.select().from(session);
  expect(JSON.stringify(rows)).not.toContain(cookie.split("=")[1]);
});

test("the stored hash is no cookie", async () => {
  const { userId, cookie } = await signedInPerson();
  const [listed] = await sessionsOf(userId, cookie.split("=")[1] ?? "");
  expect(await currentSession(`session=${listed?.key}`)).toBeNull();
  expect(await currentSession(`session=sha256:${listed?.key}`)).toBeNull();
  expect(await currentSession("session=made-up")).toBeNull();
  expect(await currentSession(null)).toBeNull();
});

test("a broken cookie of somebody else does not get in the way", async () => {
  const { userId, cookie } = await signedInPerson();
  expect(await currentSession(`discount=100%; ${cookie}; other=%E0%A4%A`)).toMatchObject({ userId });
  expect(await currentSession("session=%E0%A4%A")).toBeNull();
});

test("an ended session is nobody's, the others go on until all are ended", async () => {
  const { userId, cookie } = await signedInPerson();
  const other = cookieOf(await startSession(userId, "Chrome"));
  const third = cookieOf(await startSession(userId, "Edge"));
  await endSession(third.split("=")[1] ?? "");
  expect(await currentSession(third)).toBeNull();
  await endOtherSessions(userId, cookie.split("=")[1] ?? "");
  expect(await currentSession(other)).toBeNull();
  expect(await currentSession(cookie)).not.toBeNull();
  await endAllSessions(userId);
  expect(await currentSession(cookie)).toBeNull();
});

test("a closed account is signed out", async () => {
  const { cookie } = await signedInPerson();
  await store().write((tx) => tx.update(user).set({ disabledAt: 1 }));
  expect(await currentSession(cookie)).toBeNull();
  await store().write((tx) => tx.update(user).set({ disabledAt: null }));
});

test("a session in the second half of its life is refreshed, an expired one swept", async () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
  const { cookie } = await signedInPerson();
  vi.setSystemTime(Date.now() + 8 * 24 * 3_600_000);
  expect((await currentSession(cookie))?.refreshedCookie).toContain("session=");
  vi.setSystemTime(Date.now() + 15 * 24 * 3_600_000);
  expect(await currentSession(cookie)).toBeNull();
  await sweepSessions();
  expect(await store().db.$count(session)).toBe(0);
  vi.useRealTimers();
});
