import { expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { journalEntry, notice } from "#db/schema/support.server";
import type { ProviderStatus } from "#db/vocabulary/catalogue";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { createSolution, saveSection } from "~/domain/catalogue/solution-drafts.server";
import {
  archiveSolution,
  republishSolution,
  submitSolution,
  withdrawSolution,
} from "~/domain/catalogue/solution-lifecycle.server";
import { ownSolution, ownSolutions } from "~/domain/catalogue/solutions.server";
import { moderationQueue } from "~/domain/moderation/queue.server";
import { decideOnSolution } from "~/domain/moderation/decisions.server";
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
import { referenceStore } from "../../world/reference";

test("the same new form sent twice makes one solution", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const form = { id: newId("sol"), title: "轻量排产", summary: "" };
  for (let click = 0; click < 2; click++)
    expect(await store.write((tx) => createSolution(tx, member, form))).toEqual({ ok: true, value: { id: form.id } });
  expect(await ownSolutions(store.db, member)).toHaveLength(1);
  const stranger = await aProvider(store);
  expect(await store.write((tx) => createSolution(tx, stranger, form))).toEqual({ ok: false, reason: "not_found" });
});

test.each(["suspended", "rejected", "terminated"] satisfies ProviderStatus[])(
  "a %s provider starts nothing",
  async (status) => {
    const store = referenceStore();
    const member = await aProvider(store, { status });
    const started = store.write((tx) => createSolution(tx, member, { id: newId("sol"), title: "甲", summary: "" }));
    expect(await started).toEqual({ ok: false, reason: "provider_closed" });
  },
);

test("sections are saved one by one into the same draft", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const id = await aDraft(store, member);
  const own = await ownSolution(store.db, member, id);
  expect(own?.versions).toHaveLength(1);
  expect(own?.version).toMatchObject({
    ...sections.basics,
    ...sections.price,
    ...sections.audience,
    status: "draft",
    edit: 7,
  });
  expect(own?.missing).toEqual([]);
});

test("a stale section is refused, the same section sent twice is not", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const id = await aDraft(store, member);
  const seen = await seenVersion(store, member, id);
  const saveHardware = (hardware: string) =>
    store.write((tx) => saveSection(tx, member, id, { ...sections.delivery, hardware }, seen));
  expect(await saveHardware("网关")).toMatchObject({ ok: true });
  expect(await saveHardware("网关")).toMatchObject({ ok: true });
  expect(await saveHardware("平板")).toEqual({ ok: false, reason: "stale" });
  expect((await ownSolution(store.db, member, id))?.version.hardware).toBe("网关");
});

test("codes that do not exist are refused, an industry's example of a scenario among them", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const id = await aDraft(store, member);
  const seen = await seenVersion(store, member, id);
  for (const wrong of [
    { industries: ["X1"] },
    { parks: ["nowhere"] },
    { regions: ["999999"] },
    { scenarios: ["magic"] },
  ]) {
    const saved = store.write((tx) => saveSection(tx, member, id, { ...sections.audience, ...wrong }, seen));
    expect(await saved).toEqual({ ok: false, reason: "unknown_code" });
  }
});

test("another provider finds nothing of it", async () => {
  const store = referenceStore();
  const id = await aDraft(store, await aProvider(store));
  const stranger = await aProvider(store);
  expect(await ownSolution(store.db, stranger, id)).toBeNull();
  expect(await ownSolutions(store.db, stranger)).toEqual([]);
  const seen = { versionId: "ver_x", seenEdit: 1 };
  const notFound = { ok: false, reason: "not_found" };
  expect(await store.write((tx) => saveSection(tx, stranger, id, sections.basics, seen))).toEqual(notFound);
  expect(await store.write((tx) => submitSolution(tx, stranger, id, seen))).toEqual(notFound);
  for (const move of [withdrawSolution, republishSolution, archiveSolution])
    expect(await store.write((tx) => move(tx, stranger, id))).toEqual(notFound);
});

test("submitting puts the version into the queue and tells the park, however often it is clicked", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const id = await aDraft(store, member);
  const seen = await seenVersion(store, member, id);
  for (let click = 0; click < 2; click++)
    expect(await store.write((tx) => submitSolution(tx, member, id, seen))).toMatchObject({ ok: true });
  const own = await ownSolution(store.db, member, id);
  expect([own?.solution.status, own?.version.status]).toEqual(["submitted", "submitted"]);
  expect((await store.db.select().from(notice)).map((each) => [each.userId, each.kind])).toEqual([
    [staff.userId, "solution.submitted"],
  ]);
  const actions = (await store.db.select().from(journalEntry)).map((entry) => entry.action);
  expect(actions.filter((action) => action === "solution.submitted")).toHaveLength(1);
});

test("an incomplete or stale draft is not submitted", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const incomplete = await aDraft(store, member, { audience: { ...sections.audience, scenarios: [] } });
  const seen = await seenVersion(store, member, incomplete);
  expect(await store.write((tx) => submitSolution(tx, member, incomplete, seen))).toEqual({
    ok: false,
    reason: "incomplete",
  });
  const complete = await aDraft(store, member);
  const before = await seenVersion(store, member, complete);
  await save(store, member, complete, { ...sections.delivery, deployDays: 3 });
  expect(await store.write((tx) => submitSolution(tx, member, complete, before))).toEqual({
    ok: false,
    reason: "stale",
  });
});

test("a provider that is not open yet drafts but does not submit", async () => {
  const store = referenceStore();
  const member = await aProvider(store, { status: "pending_approval" });
  const id = await aDraft(store, member);
  const seen = await seenVersion(store, member, id);
  const submitted = await store.write((tx) => submitSolution(tx, member, id, seen));
  expect(submitted).toEqual({ ok: false, reason: "provider_not_open" });
});

test("editing a published solution makes a new draft and leaves the live version alone", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const id = await aPublished(store, member, await aParkStaff(store));
  await save(store, member, id, { title: "轻量排产二代", summary: "更快" });
  const own = await ownSolution(store.db, member, id);
  expect(own?.versions.map((version) => [version.number, version.status])).toEqual([
    [2, "draft"],
    [1, "current"],
  ]);
  expect(own?.live?.number).toBe(1);
  expect(own?.solution.status).toBe("published");
  expect((await publishedCatalogue(store.db)).solutions.map((each) => each.title)).toEqual(["轻量排产"]);
});

test("after changes were asked for, a new draft is needed before submitting again", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const { id, ...seen } = await aSubmitted(store, member);
  const decision = { decision: "changes_requested" as const, reason: "unclear" as const, text: "请写清功能", ...seen };
  must(await store.write((tx) => decideOnSolution(tx, staff, id, decision)));
  const again = await store.write((tx) => submitSolution(tx, member, id, seen));
  expect(again).toEqual({ ok: false, reason: "nothing_new" });
  await save(store, member, id, { ...sections.functions, functions: "自动排产，插单重排" });
  await submit(store, member, id);
  expect((await ownSolution(store.db, member, id))?.solution.status).toBe("submitted");
});

test("a newer submission replaces the one that waits", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const { id } = await aSubmitted(store, member);
  await save(store, member, id, { title: "轻量排产二代", summary: "更快" });
  expect((await moderationQueue(store.db, staff)).items).toHaveLength(1);
  await submit(store, member, id);
  const queue = await moderationQueue(store.db, staff);
  expect(queue.items.map((item) => item.title)).toEqual(["轻量排产二代"]);
  expect((await ownSolution(store.db, member, id))?.versions.map((version) => version.status)).toEqual([
    "submitted",
    "superseded",
  ]);
});

test("the owner hides a published solution and shows it again", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const id = await aPublished(store, member, await aParkStaff(store));
  expect(await store.write((tx) => withdrawSolution(tx, member, id))).toMatchObject({ ok: true });
  expect((await publishedCatalogue(store.db)).solutions).toEqual([]);
  expect(await store.write((tx) => republishSolution(tx, member, id))).toMatchObject({ ok: true });
  expect((await publishedCatalogue(store.db)).solutions).toHaveLength(1);
});

test("a draft is neither hidden nor shown", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const id = await aDraft(store, member);
  for (const move of [withdrawSolution, republishSolution])
    expect(await store.write((tx) => move(tx, member, id))).toEqual({ ok: false, reason: "not_allowed" });
});

test("archiving takes a waiting solution out of the queue for good", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const { id, ...seen } = await aSubmitted(store, member);
  must(await store.write((tx) => archiveSolution(tx, member, id)));
  expect((await moderationQueue(store.db, staff)).items).toEqual([]);
  const saved = store.write((tx) => saveSection(tx, member, id, sections.basics, seen));
  expect(await saved).toEqual({ ok: false, reason: "not_allowed" });
});
