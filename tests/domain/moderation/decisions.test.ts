import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { decision } from "#db/schema/moderation.server";
import { journalEntry, notice } from "#db/schema/support.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { updateProvider } from "~/domain/catalogue/providers.server";
import { withdrawSolution, republishSolution } from "~/domain/catalogue/solution-lifecycle.server";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { decideOnProvider, decideOnSolution } from "~/domain/moderation/decisions.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { decisionsForOwner } from "~/domain/moderation/history.server";
import type { ModerationDecision, ModerationReason } from "#db/vocabulary/moderation";
import {
  anAuthorityStaff,
  aParkStaff,
  aProvider,
  aPublished,
  aSubmitted,
  must,
  profile,
  save,
  sections,
  submit,
} from "../../world/market";
import { requiredOf } from "../../world/qualifications";
import { referenceStore } from "../../world/reference";

type World = ReturnType<typeof referenceStore>;
type Seen = { versionId: string; seenEdit: number };

const said = (what: ModerationDecision, text = "") => {
  const reason: ModerationReason | null = what === "approved" || what === "restored" ? null : "unclear";
  return { decision: what, reason, text };
};
const onSolution = (store: World, staff: Moderator, id: string, seen: Seen, what: ModerationDecision, text = "") =>
  store.write((tx) => decideOnSolution(tx, staff, id, { ...said(what, text), ...seen }));
const onProvider = (
  store: World,
  staff: Moderator,
  id: string,
  seenEdit: number,
  what: ModerationDecision,
  text = "",
) => store.write((tx) => decideOnProvider(tx, staff, id, { ...said(what, text), seenEdit }));
const live = async (store: World) => (await publishedCatalogue(store.db)).solutions.map((each) => each.id);
const statusOf = async (store: World, id: string) =>
  (await store.db.select().from(solution).where(eq(solution.id, id)))[0]?.status;

test("an approved solution is what readers see, its owner is told and the decision kept", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const { id, ...seen } = await aSubmitted(store, member);
  expect(await onSolution(store, staff, id, seen, "approved")).toMatchObject({ ok: true });
  expect(await live(store)).toEqual([id]);
  const told = await store.db.select().from(notice).where(eq(notice.userId, member.userId));
  expect(told.map((each) => each.kind)).toEqual(["solution.approved"]);
  expect(await store.db.select().from(decision)).toMatchObject([
    { decision: "approved", ...seen, byUserId: staff.userId },
  ]);
  const last = (await store.db.select().from(journalEntry)).at(-1);
  expect(last).toMatchObject({
    action: "solution.approved",
    parkSlug: "nanchang-etdz",
    ownerOrganisationId: member.organisationId,
  });
});

test("an approval cannot swallow an edit made after the moderator opened the page", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const { id, ...seen } = await aSubmitted(store, member);
  await save(store, member, id, { title: "换了内容", summary: "另一个东西" });
  const later = await submit(store, member, id);
  expect(await onSolution(store, staff, id, seen, "approved")).toEqual({ ok: false, reason: "stale" });
  expect(await live(store)).toEqual([]);
  expect((await ownSolution(store.db, member, id))?.waiting?.id).toBe(later.versionId);
});

test("an edit not yet submitted stays a draft when the version before it is approved", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const { id, ...seen } = await aSubmitted(store, member);
  await save(store, member, id, { title: "下一版", summary: "未提交" });
  expect(await onSolution(store, staff, id, seen, "approved")).toMatchObject({ ok: true });
  const own = await ownSolution(store.db, member, id);
  expect([own?.live?.number, own?.version.number, own?.version.status]).toEqual([1, 2, "draft"]);
});

test("an approval that names another edit than the stored one is stale", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const { id, ...seen } = await aSubmitted(store, member);
  const older = { ...seen, seenEdit: seen.seenEdit - 1 };
  expect(await onSolution(store, staff, id, older, "approved")).toEqual({ ok: false, reason: "stale" });
});

test("the same decision sent twice is one, another one afterwards is refused", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const { id, ...seen } = await aSubmitted(store, member);
  for (let click = 0; click < 2; click++)
    expect(await onSolution(store, staff, id, seen, "approved")).toMatchObject({ ok: true });
  expect(await store.db.$count(decision)).toBe(1);
  expect(await onSolution(store, staff, id, seen, "rejected", "不行")).toEqual({ ok: false, reason: "not_allowed" });
});

test("changes asked for reach the owner with the reason, and the live version stays", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "更快" });
  const seen = await submit(store, member, id);
  must(await onSolution(store, staff, id, seen, "changes_requested", "请写清功能"));
  expect(await statusOf(store, id)).toBe("published");
  expect((await publishedCatalogue(store.db)).solutions[0]?.title).toBe("轻量排产");
  const history = await decisionsForOwner(store.db, member, { kind: "solution", id });
  expect(history[0]).toMatchObject({
    decision: "changes_requested",
    reason: "unclear",
    text: "请写清功能",
    versionNumber: 2,
  });
});

test("a first version that is refused refuses the solution", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const { id, ...seen } = await aSubmitted(store, member);
  must(await onSolution(store, staff, id, seen, "rejected", "不在范围内"));
  expect(await statusOf(store, id)).toBe("rejected");
});

test("approving the next version supersedes the live one and keeps the first date of publication", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const id = await aPublished(store, member, staff);
  await store.write((tx) => tx.update(solution).set({ publishedAt: 5 }).where(eq(solution.id, id)));
  await save(store, member, id, { title: "二代", summary: "更快" });
  must(await onSolution(store, staff, id, await submit(store, member, id), "approved"));
  expect((await publishedCatalogue(store.db)).solutions[0]).toMatchObject({ title: "二代", publishedAt: 5 });
  expect(await store.db.$count(solutionVersion, eq(solutionVersion.status, "current"))).toBe(1);
});

test("the address follows the title until the first approval and then stays", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const { id } = await aSubmitted(store, member);
  await save(store, member, id, { title: "设备点检", summary: "" });
  await save(store, member, id, { title: "设备点检", summary: "扫码点检" });
  must(await onSolution(store, staff, id, await submit(store, member, id), "approved"));
  await save(store, member, id, { title: "能耗看板", summary: "扫码点检" });
  must(await onSolution(store, staff, id, await submit(store, member, id), "approved"));
  const [listed] = (await publishedCatalogue(store.db)).solutions;
  expect([listed?.title, listed?.slug]).toEqual(["能耗看板", `she-bei-dian-jian-${id.slice(-6)}`]);
});

test("what staff took down its owner cannot put back, what the owner hid staff cannot", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const id = await aPublished(store, member, staff);
  const seen = { versionId: (await ownSolution(store.db, member, id))?.live?.id ?? "", seenEdit: 1 };
  must(await onSolution(store, staff, id, seen, "suspended", "有投诉"));
  expect(await live(store)).toEqual([]);
  expect(await store.write((tx) => republishSolution(tx, member, id))).toEqual({ ok: false, reason: "not_allowed" });
  must(await onSolution(store, staff, id, seen, "restored", "已核实"));
  expect(await live(store)).toEqual([id]);
  must(await store.write((tx) => withdrawSolution(tx, member, id)));
  expect(await onSolution(store, staff, id, seen, "restored", "恢复")).toEqual({ ok: false, reason: "not_allowed" });
  expect(await onSolution(store, staff, id, seen, "suspended", "下架")).toEqual({ ok: false, reason: "not_allowed" });
});

test("approving a version of a suspended solution does not put it back", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const id = await aPublished(store, member, staff);
  const seen = { versionId: (await ownSolution(store.db, member, id))?.live?.id ?? "", seenEdit: 1 };
  must(await onSolution(store, staff, id, seen, "suspended", "有投诉"));
  await save(store, member, id, { title: "改好了", summary: "更快" });
  must(await onSolution(store, staff, id, await submit(store, member, id), "approved"));
  expect(await statusOf(store, id)).toBe("suspended");
  expect(await live(store)).toEqual([]);
});

test("a suspended provider's solutions are not live and come back when it is restored", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const id = await aPublished(store, member, staff);
  must(await onProvider(store, staff, member.organisationId, 1, "suspended", "核查中"));
  expect(await live(store)).toEqual([]);
  expect(await statusOf(store, id)).toBe("published");
  must(await onProvider(store, staff, member.organisationId, 1, "restored", "已核实"));
  expect(await live(store)).toEqual([id]);
});

test("a provider is approved as it was seen: a later edit keeps it in the queue", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store, { status: "pending_approval", submittedAt: 1 });
  await requiredOf(store, member.organisationId, "passed");
  must(await store.write((tx) => updateProvider(tx, member, profile, 1)));
  expect(await onProvider(store, staff, member.organisationId, 1, "approved")).toEqual({ ok: false, reason: "stale" });
  must(await onProvider(store, staff, member.organisationId, 2, "approved"));
  expect((await store.db.select().from(provider))[0]).toMatchObject({ status: "open", approvedAt: expect.any(Number) });
});

test("a profile not handed in is not decided on, and an ended provider stays ended", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const early = await aProvider(store, { status: "pending_approval" });
  const notAllowed = { ok: false, reason: "not_allowed" };
  expect(await onProvider(store, staff, early.organisationId, 1, "approved")).toEqual(notAllowed);
  const suspended = await aProvider(store, { status: "suspended" });
  must(await onProvider(store, staff, suspended.organisationId, 1, "terminated", "注销"));
  expect(await onProvider(store, staff, suspended.organisationId, 1, "restored", "恢复")).toEqual(notAllowed);
});

test("the same words about a profile handed in again are a decision of their own", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store, { status: "pending_approval", submittedAt: 1 });
  must(await onProvider(store, staff, member.organisationId, 1, "changes_requested", "请补充"));
  await store.write((tx) => tx.update(provider).set({ status: "pending_approval", submittedAt: 2 }));
  must(await onProvider(store, staff, member.organisationId, 1, "changes_requested", "请补充"));
  expect(await store.db.$count(decision)).toBe(2);
});

test("another park finds nothing to decide on, the province and the city above do", async () => {
  const store = referenceStore();
  const member = await aProvider(store, { status: "pending_approval", submittedAt: 1 });
  const notFound = { ok: false, reason: "not_found" };
  const id = member.organisationId;
  await requiredOf(store, id, "passed");
  expect(await onProvider(store, await aParkStaff(store, "jiujiang-etdz"), id, 1, "approved")).toEqual(notFound);
  expect(await onProvider(store, await anAuthorityStaff(store, "city", "360400"), id, 1, "approved")).toEqual(notFound);
  must(await onProvider(store, await anAuthorityStaff(store, "city", "360100"), id, 1, "approved"));
  const { id: solutionId, ...seen } = await aSubmitted(store, member);
  expect(await onSolution(store, await aParkStaff(store, "jiujiang-etdz"), solutionId, seen, "approved")).toEqual(
    notFound,
  );
  must(await onSolution(store, await anAuthorityStaff(store, "province"), solutionId, seen, "approved"));
});

test("a version of another solution, or a draft, is not there", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const first = await aSubmitted(store, member);
  const second = await aSubmitted(store, member);
  const crossed = { versionId: second.versionId, seenEdit: second.seenEdit };
  expect(await onSolution(store, staff, first.id, crossed, "approved")).toEqual({ ok: false, reason: "not_found" });
  const draft = await save(store, member, first.id, { ...sections.delivery, deployDays: 1 });
  const onDraft = { versionId: draft.versionId, seenEdit: draft.edit };
  expect(await onSolution(store, staff, first.id, onDraft, "approved")).toEqual({ ok: false, reason: "not_found" });
});

test("a refused decision leaves no trace", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const { id, ...seen } = await aSubmitted(store, member);
  const before = await store.db.$count(journalEntry);
  await onSolution(store, await aParkStaff(store, "jiujiang-etdz"), id, seen, "approved");
  expect(await store.db.$count(journalEntry)).toBe(before);
  expect(await store.db.$count(decision)).toBe(0);
  const submitted = and(eq(solutionVersion.id, seen.versionId), eq(solutionVersion.status, "submitted"));
  expect(await store.db.$count(solutionVersion, submitted)).toBe(1);
});
