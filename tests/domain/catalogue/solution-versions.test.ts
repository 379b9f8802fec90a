import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { solutionVersion } from "#db/schema/catalogue.server";
import { journalEntry } from "#db/schema/support.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { saveSection } from "~/domain/catalogue/solution-drafts.server";
import { putDraftAway, submitSolution, takeBackSolution } from "~/domain/catalogue/solution-lifecycle.server";
import { copySolution, lastEdit, ownVersions, restoreVersion } from "~/domain/catalogue/solution-versions.server";
import { ownSolution, ownSolutions } from "~/domain/catalogue/solutions.server";
import { addVersionFile } from "~/domain/catalogue/version-file-edits.server";
import { filesOfVersion } from "~/domain/catalogue/version-files.server";
import { decideOnSolution } from "~/domain/moderation/decisions.server";
import { moderatedProvider, moderatedSolution } from "~/domain/moderation/subjects.server";
import {
  aDraft,
  aParkStaff,
  aProvider,
  aPublished,
  aSubmitted,
  must,
  save,
  sections,
  seenVersion,
  submit,
} from "../../world/market";
import { aReceived } from "../../world/qualifications";
import { referenceStore } from "../../world/reference";

async function world() {
  const store = referenceStore();
  return { store, staff: await aParkStaff(store), member: await aProvider(store) };
}
type World = Awaited<ReturnType<typeof world>>["store"];
const live = async (store: World) => (await publishedCatalogue(store.db)).solutions.map(({ title }) => title);

test("what is taken back is a draft again, the submitted version stays as it was, and the park sees nothing", async () => {
  const { store, staff, member } = await world();
  const { id, ...seen } = await aSubmitted(store, member);
  for (let click = 0; click < 2; click++) must(await store.write((tx) => takeBackSolution(tx, member, id)));
  const own = await ownSolution(store.db, member, id);
  expect([own?.solution.status, own?.version.status, own?.version.number, own?.version.title]).toEqual([
    ...["draft", "draft", 2],
    sections.basics.title,
  ]);
  expect(own?.waiting).toBeNull();
  const [submitted] = await store.db.select().from(solutionVersion).where(eq(solutionVersion.id, seen.versionId));
  expect(submitted).toMatchObject({ status: "superseded", edit: seen.seenEdit, title: sections.basics.title });
  const approval = { decision: "approved" as const, reason: null, text: "", ...seen };
  expect(await store.write((tx) => decideOnSolution(tx, staff, id, approval))).toEqual({ ok: false, reason: "stale" });
});

test("taking back beside a newer draft keeps that draft", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "更快" });
  await submit(store, member, id);
  await save(store, member, id, { title: "三代", summary: "更快" });
  must(await store.write((tx) => takeBackSolution(tx, member, id)));
  const own = await ownSolution(store.db, member, id);
  expect([own?.solution.status, own?.version.title, own?.waiting]).toEqual(["published", "三代", null]);
  expect(await live(store)).toEqual([sections.basics.title]);
});

test("nothing that was decided can be taken back", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  expect(await store.write((tx) => takeBackSolution(tx, member, id))).toEqual({ ok: false, reason: "not_allowed" });
});

test("a draft put away leaves the live version to go on from, shows to nobody else, and can be restored", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "走错的路", summary: "" });
  const seen = await seenVersion(store, member, id);
  for (let click = 0; click < 2; click++) must(await store.write((tx) => putDraftAway(tx, member, id, seen)));
  const own = await ownSolution(store.db, member, id);
  expect([own?.version.status, own?.version.title]).toEqual(["current", sections.basics.title]);
  expect((await ownSolutions(store.db, member)).map(({ title }) => title)).toEqual([sections.basics.title]);
  expect((await moderatedSolution(store.db, staff, id))?.seen.title).toBe(sections.basics.title);
  const provider = await moderatedProvider(store.db, staff, member.organisationId);
  expect(provider?.solutions.map(({ title }) => title)).toEqual([sections.basics.title]);
  const restored = must(await store.write((tx) => restoreVersion(tx, member, id, seen.versionId)));
  expect(restored.number).toBe(3);
  expect((await ownSolution(store.db, member, id))?.version).toMatchObject({ title: "走错的路", status: "draft" });
});

test("after taking back and putting away, the live version is what goes on", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { ...sections.basics, title: "二代" });
  await submit(store, member, id);
  must(await store.write((tx) => takeBackSolution(tx, member, id)));
  const draft = await seenVersion(store, member, id);
  must(await store.write((tx) => putDraftAway(tx, member, id, draft)));
  expect((await ownSolution(store.db, member, id))?.version).toMatchObject({ number: 1, status: "current" });
  expect((await ownSolutions(store.db, member))[0]).toMatchObject({ title: sections.basics.title, submittedAt: null });
});

test("what was only ever taken back is not before the park, and its draft stays", async () => {
  const { store, staff, member } = await world();
  const { id } = await aSubmitted(store, member);
  must(await store.write((tx) => takeBackSolution(tx, member, id)));
  expect(await moderatedSolution(store.db, staff, id)).toBeNull();
  const draft = await seenVersion(store, member, id);
  expect(await store.write((tx) => putDraftAway(tx, member, id, draft))).toEqual({ ok: false, reason: "not_allowed" });
});

test("a draft somebody edited meanwhile is not put away, nor is the only version there is", async () => {
  const { store, staff, member } = await world();
  const only = await aDraft(store, member);
  const seenOnly = await seenVersion(store, member, only);
  const refused = await store.write((tx) => putDraftAway(tx, member, only, seenOnly));
  expect(refused).toEqual({ ok: false, reason: "not_allowed" });
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "" });
  const seen = await seenVersion(store, member, id);
  await save(store, member, id, { title: "二代改", summary: "" });
  expect(await store.write((tx) => putDraftAway(tx, member, id, seen))).toEqual({ ok: false, reason: "stale" });
});

test("any earlier version can be restored; readers see it only once it is approved", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  const first = await seenVersion(store, member, id);
  await save(store, member, id, { ...sections.basics, title: "二代" });
  const second = await submit(store, member, id);
  const approve = (seen: typeof second) =>
    store.write((tx) => decideOnSolution(tx, staff, id, { decision: "approved", reason: null, text: "", ...seen }));
  must(await approve(second));
  must(await store.write((tx) => restoreVersion(tx, member, id, first.versionId)));
  expect(await live(store)).toEqual(["二代"]);
  expect(await store.write((tx) => restoreVersion(tx, member, id, first.versionId))).toEqual({
    ok: false,
    reason: "draft_exists",
  });
  must(await approve(await submit(store, member, id)));
  expect(await live(store)).toEqual([sections.basics.title]);
  const versions = await ownVersions(store.db, member, id);
  expect(versions?.versions.map(({ number, status, changed, by }) => [number, status, changed, by])).toEqual([
    [3, "current", ["title"], member.userName],
    [2, "superseded", ["title"], member.userName],
    [1, "superseded", null, member.userName],
  ]);
});

test("a version of another solution or of another provider cannot be restored or looked at", async () => {
  const { store, staff, member } = await world();
  const [id, other] = [await aPublished(store, member, staff), await aPublished(store, member, staff)];
  const foreign = await seenVersion(store, member, other);
  const rival = await aProvider(store);
  const gone = { ok: false, reason: "not_found" };
  expect(await store.write((tx) => restoreVersion(tx, member, id, foreign.versionId))).toEqual(gone);
  expect(await store.write((tx) => restoreVersion(tx, rival, id, foreign.versionId))).toEqual(gone);
  expect(await ownVersions(store.db, rival, id)).toBeNull();
  expect(await store.write((tx) => takeBackSolution(tx, rival, id))).toEqual(gone);
  expect(await store.write((tx) => copySolution(tx, rival, id, { id: newId("sol"), title: "抄来的" }))).toEqual(gone);
});

test("the form of a copy sent again changes nothing in what was handed in meanwhile", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  const copy = { id: newId("sol"), title: "轻量排产（副本）" };
  must(await store.write((tx) => copySolution(tx, member, id, copy)));
  await save(store, member, copy.id, { title: "机加排产", summary: "另一个行业" });
  await submit(store, member, copy.id);
  const file = aReceived("后来的图.webp");
  must(await store.write((tx) => addVersionFile(tx, member, id, { file, caption: "" })));
  must(await store.write((tx) => copySolution(tx, member, id, copy)));
  const own = await ownSolution(store.db, member, copy.id);
  expect(own?.version.status).toBe("submitted");
  expect(await filesOfVersion(store.db, own?.version.id ?? "")).toEqual([]);
});

test("a copy is a draft of its own with everything but the title, and a second click makes no second one", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  const copy = { id: newId("sol"), title: "轻量排产（副本）" };
  for (let click = 0; click < 2; click++) must(await store.write((tx) => copySolution(tx, member, id, copy)));
  const made = await ownSolution(store.db, member, copy.id);
  expect(made).toMatchObject({
    missing: [],
    version: { ...sections.price, title: copy.title, status: "draft", number: 1 },
  });
  expect(await store.db.$count(solutionVersion, eq(solutionVersion.solutionId, copy.id))).toBe(1);
  await save(store, member, copy.id, { title: "机加排产", summary: "另一个行业" });
  expect((await ownSolution(store.db, member, id))?.version.title).toBe(sections.basics.title);
});

test("who saves second keeps of the other what they choose, and both are in the draft", async () => {
  const { store, member } = await world();
  const id = await aDraft(store, member);
  const drawn = await seenVersion(store, member, id);
  const theirs = { title: "同事的名称", summary: "同事的介绍" };
  must(await store.write((tx) => saveSection(tx, member, id, theirs, drawn)));
  const mine = { title: "我的名称", summary: "我的介绍" };
  expect(await store.write((tx) => saveSection(tx, member, id, mine, drawn))).toEqual({ ok: false, reason: "stale" });
  const now = await seenVersion(store, member, id);
  must(await store.write((tx) => saveSection(tx, member, id, mine, now, ["title"])));
  expect((await ownSolution(store.db, member, id))?.version).toMatchObject({
    title: "同事的名称",
    summary: "我的介绍",
  });
  expect(await lastEdit(store.db, id)).toMatchObject({ by: member.userName });
});

test("a price of one and a price of the other must fit together", async () => {
  const { store, member } = await world();
  const id = await aDraft(store, member);
  await save(store, member, id, { ...sections.price, priceMinFen: 2_000_000, priceMaxFen: 3_000_000 });
  const now = await seenVersion(store, member, id);
  const mine = { ...sections.price, priceMinFen: 500_000, priceMaxFen: 900_000 };
  const mixed = await store.write((tx) => saveSection(tx, member, id, mine, now, ["priceMinFen"]));
  expect(mixed).toEqual({ ok: false, reason: "out_of_order" });
});

test("each step is in the journal", async () => {
  const { store, staff, member } = await world();
  const id = await aPublished(store, member, staff);
  const first = await seenVersion(store, member, id);
  await save(store, member, id, { ...sections.basics, title: "二代" });
  await submit(store, member, id);
  must(await store.write((tx) => takeBackSolution(tx, member, id)));
  const draft = await seenVersion(store, member, id);
  must(await store.write((tx) => putDraftAway(tx, member, id, draft)));
  must(await store.write((tx) => restoreVersion(tx, member, id, first.versionId)));
  const actions = (await store.db.select().from(journalEntry)).map(({ action }) => action);
  expect(actions.slice(-3)).toEqual(["solution.taken_back", "solution.draft_put_away", "solution.restored_version"]);
  const again = await store.write(async (tx) => submitSolution(tx, member, id, await seenVersion(store, member, id)));
  expect(again).toMatchObject({ ok: true });
});
