import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { user } from "#db/schema/identity.server";
import { mail } from "#db/schema/support.server";
import { askForReset, isResetOpen, resetPassword } from "~/domain/identity/password-reset.server";
import { aPerson } from "../../world/people";
import { testStore } from "../../world/store";

const known = { email: "a@x.cn", mobile: null };

async function withLetter() {
  const store = testStore();
  await store.write((tx) => aPerson(tx, "a@x.cn"));
  await store.write((tx) => askForReset(tx, known));
  const [letter] = await store.db.select().from(mail);
  return { store, token: /token=([\w-]+)/.exec(letter?.body ?? "")?.[1] ?? "" };
}

test("the letter's link sets the password once", async () => {
  const { store, token } = await withLetter();
  expect(await isResetOpen(store.db, token)).toBe(true);
  expect((await store.write((tx) => resetPassword(tx, token, "new hash"))).ok).toBe(true);
  expect(await store.db.select().from(user).where(eq(user.passwordHash, "new hash"))).toHaveLength(1);
  expect(await store.write((tx) => resetPassword(tx, token, "again"))).toEqual({ ok: false, reason: "closed" });
});

test("using one link closes the others of the account", async () => {
  const { store, token } = await withLetter();
  await store.write((tx) => askForReset(tx, known));
  const letters = await store.db.select().from(mail);
  const second = /token=([\w-]+)/.exec(letters.at(-1)?.body ?? "")?.[1] ?? "";
  await store.write((tx) => resetPassword(tx, second, "new hash"));
  expect(await isResetOpen(store.db, token)).toBe(false);
});

test("an hour later the link is closed", async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  const { store, token } = await withLetter();
  vi.setSystemTime(1_700_000_000_000 + 3_600_001);
  expect(await isResetOpen(store.db, token)).toBe(false);
  vi.useRealTimers();
});

test("an unknown or closed account gets no letter", async () => {
  const store = testStore();
  const id = await store.write((tx) => aPerson(tx, "closed@x.cn"));
  await store.write((tx) => tx.update(user).set({ disabledAt: 1 }).where(eq(user.id, id)));
  await store.write((tx) => askForReset(tx, { email: "closed@x.cn", mobile: null }));
  await store.write((tx) => askForReset(tx, { email: "nobody@x.cn", mobile: null }));
  await store.write((tx) => askForReset(tx, { email: null, mobile: "13800000000" }));
  expect(await store.db.$count(mail)).toBe(0);
});
