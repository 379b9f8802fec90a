import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { notice } from "#db/schema/support.server";
import { decideOnProvider } from "~/domain/moderation/decisions.server";
import { moveHomePark } from "~/domain/moderation/home-parks.server";
import { moderationQueue, queueSize } from "~/domain/moderation/queue.server";
import { moderatedProvider, moderatedProviders, moderatedSolution } from "~/domain/moderation/subjects.server";
import {
  aDraft,
  anAuthorityStaff,
  aParkStaff,
  aProvider,
  aPublished,
  aSubmitted,
  must,
  save,
  submit,
} from "../../world/market";
import { referenceStore } from "../../world/reference";

const DAY = 86_400_000;
const MONDAY = Date.parse("2026-03-02T02:00:00Z");

afterEach(() => void vi.useRealTimers());

async function submittedAt(store: ReturnType<typeof referenceStore>, versionId: string, at: number) {
  await store.write((tx) =>
    tx.update(solutionVersion).set({ submittedAt: at }).where(eq(solutionVersion.id, versionId)),
  );
}

test("profiles and versions wait in one line, oldest first, counted in working days", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const first = await aSubmitted(store, member);
  const second = await aSubmitted(store, member);
  await submittedAt(store, first.versionId, MONDAY);
  await submittedAt(store, second.versionId, MONDAY + 7 * DAY);
  const applicant = await aProvider(store, { status: "pending_approval", submittedAt: MONDAY + 3 * DAY });
  vi.useFakeTimers({ now: MONDAY + 8 * DAY, toFake: ["Date"] });
  const { items, next } = await moderationQueue(store.db, staff);
  expect(items.map((item) => [item.kind, item.id, item.ageDays])).toEqual([
    ["solution", first.id, 6],
    ["provider", applicant.organisationId, 3],
    ["solution", second.id, 1],
  ]);
  expect(next).toBeNull();
  expect(await queueSize(store.db, staff)).toEqual({ providers: 1, solutions: 2 });
});

test("the line is read page by page without losing or doubling anyone", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  for (let n = 0; n < 3; n++) await submittedAt(store, (await aSubmitted(store, member)).versionId, MONDAY);
  await aProvider(store, { status: "pending_approval", submittedAt: MONDAY });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await moderationQueue(store.db, staff, { after, per: 1 });
    seen.push(...page.items.map((item) => item.id));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
});

test("a made-up cursor starts from the beginning", async () => {
  const store = referenceStore();
  await aSubmitted(store, await aProvider(store));
  const page = await moderationQueue(store.db, await aParkStaff(store), { after: "'; drop table" });
  expect(page.items).toHaveLength(1);
});

test("a park sees its own, a city its parks', the province all", async () => {
  const store = referenceStore();
  await aSubmitted(store, await aProvider(store));
  await aSubmitted(store, await aProvider(store, { parkSlug: "jiujiang-etdz" }));
  await aSubmitted(store, await aProvider(store, { parkSlug: null }));
  const lengths = [
    await aParkStaff(store),
    await aParkStaff(store, "ganzhou-etdz"),
    await anAuthorityStaff(store, "city", "360400"),
    await anAuthorityStaff(store, "province"),
  ].map(async (moderator) => (await moderationQueue(store.db, moderator)).items.length);
  expect(await Promise.all(lengths)).toEqual([1, 0, 1, 3]);
});

test("drafts, and what a suspended provider submitted, do not wait", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  await aDraft(store, member);
  await aSubmitted(store, member);
  const suspended = { decision: "suspended" as const, reason: "complaint" as const, text: "核查", seenEdit: 1 };
  must(await store.write((tx) => decideOnProvider(tx, staff, member.organisationId, suspended)));
  expect((await moderationQueue(store.db, staff)).items).toEqual([]);
});

test("the moderator sees the waiting version, what changed since the live one and no draft", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  const id = await aPublished(store, member, staff);
  await save(store, member, id, { title: "二代", summary: "一周上线的排产" });
  expect((await moderatedSolution(store.db, staff, id))?.seen.title).toBe("轻量排产");
  await submit(store, member, id);
  const found = await moderatedSolution(store.db, staff, id);
  const changed = found?.comparison.first?.differences.map(({ field }) => field);
  expect([found?.seen.title, changed, found?.open]).toEqual([
    "二代",
    ["title"],
    ["approved", "changes_requested", "rejected", "suspended"],
  ]);
  expect(found?.decisions.map((each) => each.decision)).toEqual(["approved"]);
});

test("what was never submitted, or is another park's, is not there", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const draft = await aDraft(store, member);
  const { id } = await aSubmitted(store, member);
  const elsewhere = await aParkStaff(store, "jiujiang-etdz");
  expect(await moderatedSolution(store.db, await aParkStaff(store), draft)).toBeNull();
  expect(await moderatedSolution(store.db, elsewhere, id)).toBeNull();
  expect(await moderatedProvider(store.db, elsewhere, member.organisationId)).toBeNull();
  expect((await moderatedProviders(store.db, elsewhere)).items).toEqual([]);
});

test("a provider's page lists what it submitted, newest version each", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  await aDraft(store, member);
  const id = await aPublished(store, member, staff);
  const found = await moderatedProvider(store.db, staff, member.organisationId);
  expect(found?.solutions.map((each) => each.id)).toEqual([id]);
});

test("all providers are found by name and status, page by page", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  await aProvider(store, { name: "丙智造" });
  await aProvider(store, { name: "乙智造", status: "suspended" });
  await aProvider(store, { name: "甲软件" });
  const names = async (filter: Parameters<typeof moderatedProviders>[2]) =>
    (await moderatedProviders(store.db, staff, filter)).items.map((item) => item.name);
  expect(await names({ q: "智造%" })).toEqual(["丙智造", "乙智造"]);
  expect(await names({ status: "suspended" })).toEqual(["乙智造"]);
  const first = await moderatedProviders(store.db, staff, { per: 2 });
  expect(await names({ after: first.next })).toEqual(["甲软件"]);
});

test("the province moves a provider: what waits moves along, the provider and the new park are told", async () => {
  const store = referenceStore();
  const [old, next] = [await aParkStaff(store), await aParkStaff(store, "jiujiang-etdz")];
  const province = await anAuthorityStaff(store, "province");
  const member = await aProvider(store);
  const { id } = await aSubmitted(store, member);
  const before = await store.db.$count(notice);
  const move = (parkSlug: string) =>
    store.write((tx) => moveHomePark(tx, province, member.organisationId, { parkSlug, text: "迁址" }));
  expect(await move("nowhere")).toEqual({ ok: false, reason: "unknown_park" });
  for (let click = 0; click < 2; click++) must(await move("jiujiang-etdz"));
  expect((await moderationQueue(store.db, old)).items).toEqual([]);
  expect((await moderationQueue(store.db, next)).items.map((item) => item.id)).toEqual([id]);
  expect((await store.db.$count(notice)) - before).toBe(2);
});

test("a city does not move providers", async () => {
  const store = referenceStore();
  const city = await anAuthorityStaff(store, "city", "360100");
  const { organisationId } = await aProvider(store);
  const moved = store.write((tx) => moveHomePark(tx, city, organisationId, { parkSlug: "jiujiang-etdz", text: "" }));
  expect(await moved).toEqual({ ok: false, reason: "not_allowed" });
  const row = (await store.db.select().from(organisation).where(eq(organisation.id, organisationId)))[0];
  expect(row?.parkSlug).toBe("nanchang-etdz");
});
