import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { versionComment } from "#db/schema/moderation.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { draftUndoes, takeLiveValues } from "~/domain/catalogue/solution-versions.server";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import type { ProviderMember } from "~/domain/identity/actor";
import type { SolutionDecision } from "~/domain/moderation/decision-form";
import { decideOnSolution, noteOnSolution } from "~/domain/moderation/decisions.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { pointsOfDraft } from "~/domain/moderation/points-of-draft.server";
import { moderatedSolution } from "~/domain/moderation/subjects.server";
import { pointsForOwner, type Notes } from "~/domain/moderation/version-comments.server";
import {
  anAuthorityStaff,
  aParkStaff,
  aProvider,
  aPublished,
  aSubmitted,
  must,
  save,
  sections,
  submit,
} from "../../world/market";
import { referenceStore } from "../../world/reference";

async function world() {
  const store = referenceStore();
  return { store, staff: await aParkStaff(store), member: await aProvider(store) };
}
type World = Awaited<ReturnType<typeof world>>["store"];
type Seen = { versionId: string; seenEdit: number };

const note = (store: World, staff: Moderator, id: string, seen: Seen, notes: Notes) =>
  store.write((tx) => noteOnSolution(tx, staff, id, { ...seen, notes }));
const decide = (store: World, staff: Moderator, id: string, but: Partial<SolutionDecision> & Seen) =>
  store.write((tx) => decideOnSolution(tx, staff, id, { decision: "approved", reason: null, text: "", ...but }));
const sendBack = (store: World, staff: Moderator, id: string, but: Partial<SolutionDecision> & Seen) =>
  decide(store, staff, id, { decision: "changes_requested", reason: "unclear", text: "请看批注", ...but });
const pointsOf = async (store: World, member: ProviderMember, id: string) =>
  (await pointsForOwner(store.db, member, id)).map(({ field, text }) => [field, text]);

test("notes are their writer's alone until the version is sent back, then the owner's points, and no rival's", async () => {
  const { store, staff, member } = await world();
  const colleague = await aParkStaff(store);
  const { id, ...seen } = await aSubmitted(store, member);
  must(await note(store, staff, id, seen, { title: "名称太泛", service: "写清到场时限" }));
  must(await note(store, staff, id, seen, { service: "", summary: "写给谁用" }));
  expect((await moderatedSolution(store.db, staff, id))?.notes).toEqual({ title: "名称太泛", summary: "写给谁用" });
  expect((await moderatedSolution(store.db, colleague, id))?.notes).toEqual({});
  expect((await moderatedSolution(store.db, colleague, id))?.points).toEqual([]);
  expect(await pointsOf(store, member, id)).toEqual([]);
  must(await note(store, colleague, id, seen, { hardware: "没有发出的批注" }));
  must(await sendBack(store, staff, id, { ...seen, notes: { deployDays: "太乐观" } }));
  const sent = [
    ["title", "名称太泛"],
    ["summary", "写给谁用"],
    ["deployDays", "太乐观"],
  ];
  expect((await pointsOf(store, member, id)).toSorted()).toEqual(sent.toSorted());
  expect((await pointsForOwner(store.db, member, id))[0]).not.toHaveProperty("by");
  expect(await pointsOf(store, await aProvider(store), id)).toEqual([]);
});

test("notes on an approved version are never sent", async () => {
  const { store, staff, member } = await world();
  const { id, ...seen } = await aSubmitted(store, member);
  must(await note(store, staff, id, seen, { title: "只是想想" }));
  must(await decide(store, staff, id, seen));
  expect(await pointsOf(store, member, id)).toEqual([]);
  expect((await moderatedSolution(store.db, staff, id))?.points).toEqual([]);
});

test("notes need the fence and the very version that waits", async () => {
  const { store, staff, member } = await world();
  const { id, ...seen } = await aSubmitted(store, member);
  const elsewhere = await aParkStaff(store, "jiujiang-etdz");
  expect(await note(store, elsewhere, id, seen, { title: "x" })).toEqual({ ok: false, reason: "not_found" });
  await save(store, member, id, { title: "换了", summary: "换了" });
  await submit(store, member, id);
  expect(await note(store, staff, id, seen, { title: "x" })).toEqual({ ok: false, reason: "stale" });
  expect(await store.db.$count(versionComment)).toBe(0);
});

test("the next review shows only what changed since the version sent back, and offers what was changed as settled", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "更快" });
  const second = await submit(store, member, id);
  must(await sendBack(store, staff, id, { ...second, notes: { summary: "快多少？", security: "补等保" } }));
  await save(store, member, id, { title: "二代", summary: "快一倍" });
  const now = (await ownSolution(store.db, member, id))?.version;
  const mine = now ? await pointsOfDraft(store.db, member, id, now) : [];
  expect(mine.map(({ field, isAnswered }) => [field, isAnswered]).toSorted()).toEqual([
    ["security", false],
    ["summary", true],
  ]);
  const third = await submit(store, member, id);

  const review = await moderatedSolution(store.db, staff, id);
  expect(review?.comparison.first).toMatchObject({ with: "returned", version: { number: 2 } });
  expect(review?.comparison.first?.differences.map(({ field }) => field)).toEqual(["summary"]);
  expect(review?.comparison.whole?.differences.map(({ field }) => field)).toEqual(["title", "summary"]);
  const points = review?.points ?? [];
  const answered = points.filter(({ isAnswered }) => isAnswered);
  expect(answered.map(({ field }) => field)).toEqual(["summary"]);

  must(await sendBack(store, staff, id, { ...third, settled: answered.map((point) => point.id) }));
  expect(await pointsOf(store, member, id)).toEqual([["security", "补等保"]]);
  await save(store, member, id, { ...sections.security, security: "等保二级" });
  // Returned twice: somebody else looks at it.
  must(await decide(store, await anAuthorityStaff(store, "province"), id, await submit(store, member, id)));
  expect(await pointsOf(store, member, id)).toEqual([]);
});

test("another solution's points cannot be settled from here", async () => {
  const { store, staff, member } = await world();
  const [one, two] = [await aSubmitted(store, member), await aSubmitted(store, member)];
  must(await sendBack(store, staff, one.id, { ...one, notes: { title: "太泛" } }));
  const theirs = (await store.db.select().from(versionComment)).map(({ id }) => id);
  must(await sendBack(store, staff, two.id, { ...two, settled: theirs }));
  expect(await pointsOf(store, member, one.id)).toEqual([["title", "太泛"]]);
});

test("a first version has nothing to compare with, the live one neither, a later one the live one", async () => {
  const { store, staff, member } = await world();
  const { id, ...seen } = await aSubmitted(store, member);
  const shown = async () => (await moderatedSolution(store.db, staff, id))?.comparison.first ?? null;
  expect(await shown()).toBeNull();
  must(await decide(store, staff, id, seen));
  expect(await shown()).toBeNull();
  await save(store, member, id, { title: "二代", summary: "更快" });
  await submit(store, member, id);
  expect(await shown()).toMatchObject({ with: "live", version: { number: 1 } });
});

/** What an import does to a live solution: the new version is live at once, a draft moves behind it. */
async function importInto(store: World, id: string, values: Partial<typeof solutionVersion.$inferInsert>) {
  const [row] = await store.db.select().from(solution).where(eq(solution.id, id));
  const all = await store.db.select().from(solutionVersion).where(eq(solutionVersion.solutionId, id));
  const live = all.find((version) => version.id === row?.currentVersionId);
  if (!live) throw new Error("not live");
  const at = Date.now() + 1000;
  const draft = all.find(({ status }) => status === "draft");
  const next = Math.max(...all.map((version) => version.number)) + 1;
  const number = draft ? next - 1 : next;
  const imported = { ...live, ...values, id: newId("ver"), number, createdAt: at, submittedAt: at, decidedAt: at };
  await store.write(async (tx) => {
    await tx.update(solutionVersion).set({ status: "superseded" }).where(eq(solutionVersion.id, live.id));
    if (draft) await tx.update(solutionVersion).set({ number: next }).where(eq(solutionVersion.id, draft.id));
    await tx.insert(solutionVersion).values(imported);
    await tx.update(solution).set({ currentVersionId: imported.id }).where(eq(solution.id, id));
  });
  return imported.id;
}

test("an approval cannot swallow what an import changed while the version waited, unless the moderator says so", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "更快" });
  const seen = await submit(store, member, id);
  const before = (await moderatedSolution(store.db, staff, id))?.live?.id ?? "";
  const imported = await importInto(store, id, { deployDays: 99 });
  expect(await decide(store, staff, id, { ...seen, liveId: before })).toEqual({ ok: false, reason: "stale" });
  expect((await moderatedSolution(store.db, staff, id))?.comparison.undone).toEqual(["deployDays"]);
  expect(await decide(store, staff, id, { ...seen, liveId: imported })).toEqual({ ok: false, reason: "undoes" });
  expect((await publishedCatalogue(store.db)).solutions[0]?.deployDays).toBe(99);
  must(await decide(store, staff, id, { ...seen, liveId: imported, undoes: true }));
  expect((await publishedCatalogue(store.db)).solutions[0]?.deployDays).toBe(sections.delivery.deployDays);
});

test("sending back needs no such word", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "更快" });
  const seen = await submit(store, member, id);
  await importInto(store, id, { deployDays: 99 });
  expect(await sendBack(store, staff, id, seen)).toMatchObject({ ok: true });
});

test("the owner of a draft begun before an import takes the live values into it with one button", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "更快" });
  const imported = await importInto(store, id, { deployDays: 99 });
  expect((await ownSolution(store.db, member, id))?.version.deployDays).toBe(sections.delivery.deployDays);
  expect(await draftUndoes(store.db, id, imported)).toEqual(["deployDays"]);
  must(await store.write((tx) => takeLiveValues(tx, member, id)));
  expect(await draftUndoes(store.db, id, imported)).toEqual([]);
  expect((await ownSolution(store.db, member, id))?.version).toMatchObject({ deployDays: 99, title: "二代" });
  must(await decide(store, staff, id, { ...(await submit(store, member, id)), liveId: imported }));
});

test("an approval names version and edit, whatever came in between", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "更快" });
  const seen = await submit(store, member, id);
  const liveId = (await moderatedSolution(store.db, staff, id))?.live?.id ?? "";
  await save(store, member, id, { title: "三代", summary: "偷换" });
  const later = await submit(store, member, id);
  expect(await decide(store, staff, id, { ...seen, liveId })).toEqual({ ok: false, reason: "stale" });
  expect(await decide(store, staff, id, { ...later, seenEdit: later.seenEdit + 1, liveId })).toEqual({
    ok: false,
    reason: "stale",
  });
  const province = await anAuthorityStaff(store, "province");
  must(await decide(store, province, id, { ...later, liveId }));
  await save(store, member, id, { title: "四代", summary: "更快" });
  const fourth = await submit(store, member, id);
  expect(await decide(store, staff, id, { ...fourth, liveId })).toEqual({ ok: false, reason: "stale" });
  expect((await publishedCatalogue(store.db)).solutions[0]?.title).toBe("三代");
});
