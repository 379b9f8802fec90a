import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { provider, solutionVersion } from "#db/schema/catalogue.server";
import { decision } from "#db/schema/moderation.server";
import { bulkPreview, decideInBulk } from "~/domain/moderation/bulk.server";
import { tickedOf } from "~/domain/moderation/bulk-form";
import { decideOnProvider, decideOnSolution } from "~/domain/moderation/decisions.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { queueFilter, queueParams } from "~/domain/moderation/queue-filter";
import { moderationQueue, placeInQueue } from "~/domain/moderation/queue.server";
import { moderationStatistics } from "~/domain/moderation/statistics.server";
import { aDraft, anAuthorityStaff, aParkStaff, aProvider, aSubmitted, must, save, submit } from "../../world/market";
import { referenceStore } from "../../world/reference";

type World = ReturnType<typeof referenceStore>;

const DAY = 86_400_000;
const MONDAY = Date.parse("2026-03-02T02:00:00Z");
const NO = queueFilter(new URLSearchParams());

afterEach(() => void vi.useRealTimers());

const at = (store: World, versionId: string, submittedAt: number) =>
  store.write((tx) => tx.update(solutionVersion).set({ submittedAt }).where(eq(solutionVersion.id, versionId)));

const giveBack = (store: World, staff: Moderator, id: string, seen: { versionId: string; seenEdit: number }) =>
  store.write((tx) =>
    decideOnSolution(tx, staff, id, { decision: "changes_requested", reason: "unclear", text: "请写清功能", ...seen }),
  );

/** A solution that `staff` returned so often, handed in again. */
async function returned(store: World, staff: Moderator, times: number) {
  const member = await aProvider(store);
  const id = await aDraft(store, member);
  let seen = await submit(store, member, id);
  for (let n = 0; n < times; n++) {
    must(await giveBack(store, staff, id, seen));
    await save(store, member, id, { title: `第 ${n} 次修改`, summary: "一周上线" });
    seen = await submit(store, member, id);
  }
  return { id, member, ...seen };
}

test("a promise of five working days is computed when read: holidays do not count, late is late from the next day", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const { versionId } = await aSubmitted(store, await aProvider(store));
  // The Friday before the eight days of National Day 2025; the promise ends on October 13.
  await at(store, versionId, Date.parse("2025-09-29T02:00:00Z"));
  vi.useFakeTimers({ toFake: ["Date"] });
  const standing = async (day: string) => {
    vi.setSystemTime(Date.parse(`${day}T02:00:00Z`));
    const [item] = (await moderationQueue(store.db, staff)).items;
    return [item?.ageDays, item?.dueOn, item?.lateDays];
  };
  expect(await standing("2025-09-30")).toEqual([1, "2025-10-13", 0]);
  expect(await standing("2025-10-13")).toEqual([5, "2025-10-13", 0]);
  expect(await standing("2025-10-14")).toEqual([6, "2025-10-13", 1]);
});

test("the queue is narrowed by kind, round, lateness and warnings, and counts what there is", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  vi.useFakeTimers({ now: MONDAY, toFake: ["Date"] });
  const old = await aSubmitted(store, await aProvider(store));
  const again = await returned(store, staff, 1);
  const applicant = await aProvider(store, { status: "pending_approval", submittedAt: MONDAY + 7 * DAY });
  const loud = await aProvider(store);
  const risky = await aDraft(store, loud, { basics: { title: "排产", summary: "验收保过" } });
  await submit(store, loud, risky);
  await at(store, again.versionId, MONDAY + 7 * DAY);
  vi.setSystemTime(MONDAY + 9 * DAY);
  const ids = async (query: string) =>
    (await moderationQueue(store.db, staff, { filter: queueFilter(new URLSearchParams(query)) })).items.map(
      ({ id }) => id,
    );
  expect((await moderationQueue(store.db, staff)).counts).toEqual({
    ...{ all: 4, provider: 1, solution: 3, new: 3, again: 1, late: 2 },
  });
  expect((await ids("late=1")).sort()).toEqual([old.id, risky].sort());
  expect(await ids("kind=provider")).toEqual([applicant.organisationId]);
  expect(await ids("round=again")).toEqual([again.id]);
  expect(await ids("warned=1")).toEqual([risky]);
  expect(await ids("kind=nonsense&round=&late=x")).toHaveLength(4);
  expect(queueParams(queueFilter(new URLSearchParams("late=1&kind=solution")))).toEqual({
    ...{ kind: "solution", round: null, late: "1", warned: null },
  });
});

test("the neighbours of an item are those of the narrowed line, and what does not wait has no place", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const made = [await aSubmitted(store, member), await aSubmitted(store, member), await aSubmitted(store, member)];
  for (const [index, { versionId }] of made.entries()) await at(store, versionId, MONDAY + index * DAY);
  const [first, second, third] = made.map(({ id }) => ({ kind: "solution" as const, id }));
  if (!first || !second || !third) throw new Error("three were made");
  expect(await placeInQueue(store.db, staff, second, NO)).toMatchObject({ at: 2, of: 3, before: first, after: third });
  expect(await placeInQueue(store.db, staff, third, NO)).toMatchObject({ after: null });
  const elsewhere = await aParkStaff(store, "jiujiang-etdz");
  expect(await placeInQueue(store.db, elsewhere, second, NO)).toBeNull();
});

test("what one moderator returned twice another decides; the same one is refused, and a double click is still one", async () => {
  const store = referenceStore();
  const [staff, province] = [await aParkStaff(store), await anAuthorityStaff(store, "province")];
  const { id, versionId, seenEdit } = await returned(store, staff, 2);
  const [item] = (await moderationQueue(store.db, staff)).items;
  expect([item?.returned, item?.isForOthers]).toEqual([2, true]);
  expect(await giveBack(store, staff, id, { versionId, seenEdit })).toEqual({ ok: false, reason: "second_look" });
  const approve = (by: Moderator) =>
    store.write((tx) =>
      decideOnSolution(tx, by, id, { decision: "approved", reason: null, text: "", versionId, seenEdit }),
    );
  expect(await approve(staff)).toEqual({ ok: false, reason: "second_look" });
  expect(await store.db.$count(decision)).toBe(2);
  must(await approve(province));
  must(await approve(province));
  expect(await store.db.$count(decision)).toBe(3);
});

test("a profile returned twice needs other eyes as well", async () => {
  const store = referenceStore();
  const [staff, colleague] = [await aParkStaff(store), await aParkStaff(store)];
  const member = await aProvider(store, { status: "pending_approval", submittedAt: MONDAY });
  const id = member.organisationId;
  const giveBackTo = (by: Moderator, text: string) =>
    store.write((tx) =>
      decideOnProvider(tx, by, id, { decision: "changes_requested", reason: "incomplete", text, seenEdit: 1 }),
    );
  for (const text of ["请补充简介。", "请补充服务点。"]) {
    must(await giveBackTo(staff, text));
    await store.write((tx) =>
      tx.update(provider).set({ status: "pending_approval" }).where(eq(provider.organisationId, id)),
    );
  }
  expect(await giveBackTo(staff, "还是不行。")).toEqual({ ok: false, reason: "second_look" });
  must(await giveBackTo(colleague, "还是不行。"));
});

test("the second return itself can be clicked twice", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const { id, versionId, seenEdit } = await returned(store, staff, 1);
  for (let click = 0; click < 2; click++) must(await giveBack(store, staff, id, { versionId, seenEdit }));
  expect(await store.db.$count(decision)).toBe(2);
});

test("a dry run says for each what would happen and changes nothing; then each is done in its own right", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const plain = await aSubmitted(store, member);
  const changed = await aSubmitted(store, member);
  const twice = await returned(store, staff, 2);
  const risky = await aDraft(store, member, { basics: { title: "排产", summary: "验收保过" } });
  await submit(store, member, risky);
  const words = (await moderationQueue(store.db, staff)).items.map(({ seen }) => seen);
  await save(store, member, changed.id, { title: "又改了", summary: "一周上线" });
  await submit(store, member, changed.id);
  // Its papers are not all judged yet: an approval would be refused.
  const applicant = await aProvider(store, { status: "pending_approval", submittedAt: MONDAY });
  const applied = `provider.${applicant.organisationId}.1`;
  const all = [...words, applied, "solution.sol_none.ver_none.1"];
  const lines = await bulkPreview(store.db, staff, all);
  const of = (id: string) => lines.find(({ ticked }) => ticked.id === id);
  expect([of(plain.id)?.approve, of(plain.id)?.giveBack]).toEqual([null, null]);
  expect([of(changed.id)?.approve, of(changed.id)?.giveBack]).toEqual(["changed", "changed"]);
  expect([of(twice.id)?.approve, of(twice.id)?.giveBack]).toEqual(["second_look", "second_look"]);
  expect([of(risky)?.approve, of(risky)?.giveBack]).toEqual(["warnings", null]);
  expect([of(applicant.organisationId)?.approve, of(applicant.organisationId)?.giveBack]).toEqual([
    "qualifications_open",
    null,
  ]);
  expect(of("sol_none")?.approve).toBe("gone");
  expect(await store.db.$count(decision)).toBe(2);

  const approved = { decision: "approved", reason: null, text: "" } as const;
  const results = await decideInBulk(store, staff, all, approved);
  expect(results.filter(({ result }) => result === "done").map(({ word }) => tickedOf(word)?.id)).toEqual([plain.id]);
  expect(results.map(({ result }) => result).sort()).toEqual([
    "changed",
    "done",
    "not_found",
    "qualifications_open",
    "second_look",
    "warnings",
  ]);
  expect(await store.db.$count(decision)).toBe(3);
});

test("the same bulk action sent again is done already, and writes nothing", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  for (let n = 0; n < 2; n++) await aSubmitted(store, await aProvider(store));
  const words = (await moderationQueue(store.db, staff)).items.map(({ seen }) => seen);
  const said = { decision: "changes_requested", reason: "unclear", text: "请写清功能" } as const;
  for (let sent = 0; sent < 2; sent++)
    expect((await decideInBulk(store, staff, words, said)).map(({ result }) => result)).toEqual(["done", "done"]);
  expect(await store.db.$count(decision)).toBe(2);
});

test("a park's bulk action does not reach another park's items", async () => {
  const store = referenceStore();
  const [staff, elsewhere] = [await aParkStaff(store), await aParkStaff(store, "jiujiang-etdz")];
  await aSubmitted(store, await aProvider(store));
  const words = (await moderationQueue(store.db, staff)).items.map(({ seen }) => seen);
  expect((await bulkPreview(store.db, elsewhere, words)).map(({ item }) => item)).toEqual([null]);
  const approved = { decision: "approved", reason: null, text: "" } as const;
  expect((await decideInBulk(store, elsewhere, words, approved)).map(({ result }) => result)).toEqual(["not_found"]);
});

test.each(["", "solution.a.b", "provider..1", "solution.a.b.c.1", "provider.org_1.x", "provider.org 1.1"])(
  "%j is no item",
  (word) => expect(tickedOf(word)).toBeNull(),
);

test("statistics are of the moderator's own fence and the last twelve months", async () => {
  const store = referenceStore();
  vi.useFakeTimers({ now: MONDAY, toFake: ["Date"] });
  const [staff, elsewhere] = [await aParkStaff(store), await aParkStaff(store, "jiujiang-etdz")];
  const { id, ...seen } = await aSubmitted(store, await aProvider(store));
  vi.setSystemTime(MONDAY + 2 * DAY);
  must(await giveBack(store, staff, id, seen));
  const { moderators, months } = await moderationStatistics(store.db, staff, MONDAY + 2 * DAY);
  expect(moderators).toEqual([
    { userId: staff.userId, name: staff.userName, decided: 1, medianDays: 2, returned: 1, handedIn: 1, overturned: 0 },
  ]);
  expect([months.length, months[0]?.month, months.at(-1)]).toEqual([
    12,
    "2025-04",
    { month: "2026-03", decided: 1, returned: 1, medianDays: 2 },
  ]);
  expect((await moderationStatistics(store.db, elsewhere, MONDAY + 2 * DAY)).moderators).toEqual([]);
  const nextYear = Date.parse("2027-03-05T02:00:00Z");
  expect((await moderationStatistics(store.db, staff, nextYear)).moderators).toEqual([]);
});
