import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { solution } from "#db/schema/catalogue.server";
import { complaint } from "#db/schema/moderation.server";
import { journalEntry, mail, notice } from "#db/schema/support.server";
import type { Store } from "#db/store.server";
import { freshnessBegins } from "~/domain/catalogue/freshness";
import { remindOfFreshness } from "~/domain/catalogue/freshness-reminders.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { freshnessOfOwn, ownFreshness, renewSolution, renewSolutions } from "~/domain/catalogue/renewals.server";
import { withdrawSolution } from "~/domain/catalogue/solution-lifecycle.server";
import { aDraft, aParkStaff, aProvider, aPublished } from "../../world/market";
import { referenceStore } from "../../world/reference";

const DAY = 86_400_000;
const START = Date.parse("2031-01-10T09:30:00+08:00");

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: START }));
afterEach(() => void vi.useRealTimers());

const later = (days: number) => START + days * DAY;

async function world() {
  const store = referenceStore();
  const [member, staff] = [await aProvider(store), await aParkStaff(store)];
  const id = await aPublished(store, member, staff);
  return { store, member, staff, id };
}

const confirmedAt = async (store: Store, id: string) =>
  (await store.db.select({ at: solution.confirmedAt }).from(solution).where(eq(solution.id, id)))[0]?.at;
const listed = async (store: Store) => (await publishedCatalogue(store.db)).solutions.map(({ id }) => id);
const told = async (store: Store) => (await store.db.select().from(notice)).map(({ kind }) => kind);

test("publication confirms, and one click brings a hidden listing back at once", async () => {
  const { store, member, id } = await world();
  expect(await confirmedAt(store, id)).toBe(START);
  vi.setSystemTime(later(250));
  expect(await listed(store)).toEqual([]);
  expect(await ownFreshness(store.db, member)).toMatchObject([{ id, freshness: "hidden", next: null }]);
  expect(await store.write((tx) => renewSolution(tx, member, id))).toEqual({ ok: true, value: undefined });
  expect(await listed(store)).toEqual([id]);
  expect(await confirmedAt(store, id)).toBe(later(250));
  const entries = await store.db.select().from(journalEntry).where(eq(journalEntry.action, "solution.confirmed"));
  expect(entries).toMatchObject([
    { subjectId: id, before: { confirmedAt: START }, after: { confirmedAt: later(250) } },
  ]);
});

test("a second click on the same day changes nothing and is not written down", async () => {
  const { store, member, id } = await world();
  vi.setSystemTime(later(200));
  await store.write((tx) => renewSolution(tx, member, id));
  vi.setSystemTime(later(200) + 60_000);
  expect((await store.write((tx) => renewSolution(tx, member, id))).ok).toBe(true);
  expect(await confirmedAt(store, id)).toBe(later(200));
});

test("another provider's is not there, and what is not published cannot be confirmed", async () => {
  const { store, member, id } = await world();
  const stranger = await aProvider(store);
  expect(await store.write((tx) => renewSolution(tx, stranger, id))).toEqual({ ok: false, reason: "not_found" });
  expect(await ownFreshness(store.db, stranger)).toEqual([]);
  const draft = await aDraft(store, member);
  expect(await store.write((tx) => renewSolution(tx, member, draft))).toEqual({ ok: false, reason: "not_allowed" });
  await store.write((tx) => withdrawSolution(tx, member, id));
  expect(await store.write((tx) => renewSolution(tx, member, id))).toEqual({ ok: false, reason: "not_allowed" });
});

test("while a complaint waits for an answer nothing is confirmed; several at once leave it out", async () => {
  const { store, member, staff, id } = await world();
  const other = await aPublished(store, member, staff);
  vi.setSystemTime(later(190));
  const about = { subjectKind: "solution" as const, subjectId: id, providerId: member.organisationId };
  const filed = { id: "cmp_1", ...about, ground: "other" as const, text: "x", byUserId: staff.userId, createdAt: 1 };
  await store.write((tx) => tx.insert(complaint).values({ ...filed, status: "open" }));
  expect(await store.write((tx) => renewSolution(tx, member, id))).toEqual({ ok: false, reason: "complaint_open" });
  const [row] = await store.db.select().from(solution).where(eq(solution.id, id));
  expect(row && (await freshnessOfOwn(store.db, row))).toMatchObject({ freshness: "due", isBlocked: true });
  expect(await store.write((tx) => renewSolutions(tx, member, [id, other, other, "sol_none"]))).toEqual({
    ...{ confirmed: 1, refused: 2 },
  });
  expect([await confirmedAt(store, id), await confirmedAt(store, other)]).toEqual([START, later(190)]);
  await store.write((tx) => tx.update(complaint).set({ status: "dismissed" }));
  expect((await store.write((tx) => renewSolution(tx, member, id))).ok).toBe(true);
});

test("reminded when six months are over and two weeks later, once each, one letter for all that are due", async () => {
  const { store, member, staff, id } = await world();
  await aPublished(store, member, staff);
  await store.write(async (tx) => {
    await tx.delete(notice);
    await tx.delete(mail);
  });
  const due = freshnessBegins("due", START);
  expect(await remindOfFreshness(store, due - 1)).toBe(0);
  expect(await remindOfFreshness(store, due)).toBe(1);
  expect(await remindOfFreshness(store, due + DAY)).toBe(0);
  const [first] = await store.db.select().from(notice);
  expect(first).toMatchObject({
    kind: "freshness.due",
    userId: member.userId,
    params: { count: 2, date: "2031-08-11" },
  });
  vi.setSystemTime(due + DAY);
  await store.write((tx) => renewSolution(tx, member, id));
  const again = freshnessBegins("reminded", START);
  expect(await remindOfFreshness(store, again - 1)).toBe(0);
  expect(await remindOfFreshness(store, again)).toBe(1);
  expect(await remindOfFreshness(store, again + 100 * DAY)).toBe(0);
  expect(await told(store)).toEqual(["freshness.due", "freshness.again"]);
  expect((await store.db.select().from(notice))[1]?.params).toMatchObject({ count: 1 });
  expect(await store.db.select().from(mail)).toHaveLength(2);
});

test("a confirmed listing is asked again half a year later", async () => {
  const { store, member, id } = await world();
  vi.setSystemTime(later(183));
  expect(await remindOfFreshness(store, later(183))).toBe(1);
  await store.write((tx) => renewSolution(tx, member, id));
  expect(await remindOfFreshness(store, later(365))).toBe(0);
  expect(await remindOfFreshness(store, later(366))).toBe(1);
});
