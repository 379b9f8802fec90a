import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { solution } from "#db/schema/catalogue.server";
import { groupMember, groupRequest } from "#db/schema/clinic-after.server";
import { recommendation } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { enquiry } from "#db/schema/projects.server";
import { journalEntry, notice } from "#db/schema/support.server";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import {
  groupForEnterprise,
  groupForPark,
  groupOfEnquiry,
  groupsOfPark,
  invitationsOf,
} from "~/domain/projects/group-pages.server";
import { sendGroup } from "~/domain/projects/group-sending.server";
import { candidatesOf, groupSuggestions } from "~/domain/projects/group-suggestions.server";
import { answerGroup, closeGroup, createGroup } from "~/domain/projects/groups.server";
import { sendEnquiry } from "~/domain/projects/send-enquiry.server";
import { aCase, aClinic, aListing, anEnterprise, aPark, must, type Clinic } from "../../world/clinic";

const SCENARIO = "planning_scheduling";
const toIssue = [
  "accepted",
  "assigned",
  "scheduled",
  "on_site",
  "report_draft",
  "written",
  "report_review",
  "reported",
] as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-03T09:00+08:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Three enterprises of the park with an issued report each, and two solutions of two providers. */
async function aParkOfThree() {
  const clinic = await aClinic();
  const { store } = clinic;
  const owners = [clinic.owner];
  for (let n = 0; n < 2; n += 1) owners.push(await store.write((tx) => anEnterprise(tx)));
  for (const owner of owners) await aCase({ ...clinic, owner } as Clinic, toIssue);
  const listings = await store.write(async (tx) => [await aListing(tx), await aListing(tx)]);
  const slugs = await Promise.all(listings.map(({ solutionId }) => slugOf(clinic, solutionId)));
  const [a, b, c] = owners as [EnterpriseMember, EnterpriseMember, EnterpriseMember];
  const elsewhere = await store.write((tx) => aPark(tx, "jiujiang-etdz"));
  return { clinic, store, park: clinic.park, elsewhere, a, b, c, listings, slugs };
}

type World = Awaited<ReturnType<typeof aParkOfThree>>;

async function slugOf({ store }: Pick<Clinic, "store">, id: string): Promise<string> {
  const [row] = await store.db.select({ slug: solution.slug }).from(solution).where(eq(solution.id, id));
  return row?.slug ?? "";
}

const newForm = (members: readonly EnterpriseMember[], id = newId("grp")) => ({
  ...{ id, scenario: SCENARIO, title: "排产联合询价", text: "几家企业想一起上轻量排产，请分别报价。" },
  enterprises: members.map(({ organisationId }) => organisationId),
});

async function aGroup(world: World, joining: readonly EnterpriseMember[] = []): Promise<string> {
  const { store, park, a, b, c } = world;
  const id = must(await store.write((tx) => createGroup(tx, park, newForm([a, b, c]))));
  for (const member of joining) must(await store.write((tx) => answerGroup(tx, member, id, "joined")));
  return id;
}

const editOf = async ({ store }: World, id: string) =>
  (await store.db.select({ edit: groupRequest.edit }).from(groupRequest).where(eq(groupRequest.id, id)))[0]?.edit ?? 0;

async function send(world: World, id: string, solutions = world.slugs) {
  const edit = await editOf(world, id);
  return world.store.write((tx) => sendGroup(tx, world.park, id, { edit, solutions }));
}

const kindsFor = async ({ store }: World, userId: string) =>
  (await store.db.select({ kind: notice.kind }).from(notice).where(eq(notice.userId, userId)))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith("group.") || kind.startsWith("enquiry."));

const providerOf = (world: World, which: 0 | 1): ProviderMember => ({
  ...{ kind: "provider", userId: "usr_p", userName: "赵", organisationName: "青岚", role: "owner", parkSlug: null },
  organisationId: world.listings[which]?.providerId ?? "",
});

test("a scenario that two enterprises of the park share is suggested to that park alone", async () => {
  const world = await aParkOfThree();
  const { store, park, elsewhere } = world;
  expect(await groupSuggestions(store.db, park)).toEqual([{ scenarioKey: SCENARIO, enterprises: 3 }]);
  expect(await groupSuggestions(store.db, elsewhere)).toEqual([]);
  expect(await candidatesOf(store.db, park, SCENARIO)).toMatchObject([{ findingTitle: "排产靠经验" }, {}, {}]);
});

test("decided recommendations, enterprises that moved away and those in an open group do not count", async () => {
  const world = await aParkOfThree();
  const { store, park, a, b, c } = world;
  await store.write(async (tx) => {
    await tx.update(recommendation).set({ status: "adopted" }).where(eq(recommendation.enterpriseId, a.organisationId));
  });
  expect(await groupSuggestions(store.db, park)).toMatchObject([{ enterprises: 2 }]);
  await store.write(async (tx) => {
    await tx
      .update(recommendation)
      .set({ status: "proposed" })
      .where(eq(recommendation.enterpriseId, a.organisationId));
  });
  const id = must(await store.write((tx) => createGroup(tx, park, newForm([a, b]))));
  expect(await groupSuggestions(store.db, park)).toEqual([]);
  expect(await candidatesOf(store.db, park)).toMatchObject([{ enterpriseId: c.organisationId }]);
  must(await store.write((tx) => answerGroup(tx, b, id, "declined")));
  expect(await candidatesOf(store.db, park)).toHaveLength(2);
  await store.write((tx) =>
    tx.update(organisation).set({ parkSlug: "jiujiang-etdz" }).where(eq(organisation.id, c.organisationId)),
  );
  expect(await candidatesOf(store.db, park)).toMatchObject([{ enterpriseId: b.organisationId }]);
});

test("inviting tells each enterprise; a form sent twice is one group; who cannot be invited refuses the whole", async () => {
  const world = await aParkOfThree();
  const { store, park, elsewhere, a, b, c } = world;
  const form = newForm([a, b]);
  must(await store.write((tx) => createGroup(tx, park, form)));
  must(await store.write((tx) => createGroup(tx, park, form)));
  expect(await store.db.$count(groupMember)).toBe(2);
  expect(await kindsFor(world, a.userId)).toEqual(["group.invited"]);
  expect(await kindsFor(world, c.userId)).toEqual([]);
  expect(await store.write((tx) => createGroup(tx, elsewhere, form))).toMatchObject({ reason: "id_taken" });
  expect(await store.write((tx) => createGroup(tx, park, newForm([b, c])))).toMatchObject({ reason: "changed" });
  expect(await store.write((tx) => createGroup(tx, elsewhere, newForm([a, c])))).toMatchObject({ reason: "changed" });
  expect(await store.db.$count(groupRequest)).toBe(1);
});

test("an enterprise answers for itself alone, may change its mind, and the park hears of it", async () => {
  const world = await aParkOfThree();
  const { store, a, park } = world;
  const id = await aGroup(world);
  const stranger = await store.write((tx) => anEnterprise(tx));
  expect(await store.write((tx) => answerGroup(tx, stranger, id, "joined"))).toMatchObject({ reason: "not_found" });
  must(await store.write((tx) => answerGroup(tx, a, id, "joined")));
  must(await store.write((tx) => answerGroup(tx, a, id, "joined")));
  must(await store.write((tx) => answerGroup(tx, a, id, "declined")));
  expect((await kindsFor(world, park.userId)).toSorted()).toEqual(["group.declined", "group.joined"]);
  const journal = await store.db.select().from(journalEntry).where(eq(journalEntry.subjectId, id));
  expect(journal.map(({ action }) => action)).toEqual(["group.created", "group.joined", "group.declined"]);
  expect(await groupsOfPark(store.db, park)).toMatchObject([{ members: 3, joined: 0, declined: 1 }]);
});

test("enterprises learn how many take part, and nothing else of each other", async () => {
  const world = await aParkOfThree();
  const { store, a, b, c } = world;
  const id = await aGroup(world, [a, b]);
  const seen = await groupForEnterprise(store.db, a, id);
  expect(seen).toMatchObject({
    counts: { members: 3, joined: 2 },
    own: { status: "joined" },
    finding: { title: "排产靠经验" },
  });
  for (const other of [b, c]) {
    expect(JSON.stringify(seen)).not.toContain(other.organisationId);
    expect(JSON.stringify(seen)).not.toContain(other.organisationName);
  }
  expect(await invitationsOf(store.db, c)).toMatchObject([{ id, status: "invited" }]);
  const stranger = await store.write((tx) => anEnterprise(tx));
  expect(await groupForEnterprise(store.db, stranger, id)).toBeNull();
});

test("another park sees, sends and calls off nothing", async () => {
  const world = await aParkOfThree();
  const { store, elsewhere, a, b, slugs } = world;
  const id = await aGroup(world, [a, b]);
  const edit = await editOf(world, id);
  expect(await groupForPark(store.db, elsewhere, id)).toBeNull();
  expect(await groupsOfPark(store.db, elsewhere)).toEqual([]);
  expect(await store.write((tx) => sendGroup(tx, elsewhere, id, { edit, solutions: slugs }))).toMatchObject({
    reason: "not_found",
  });
  const close = { edit, reason: "other" as const, text: "取消" };
  expect(await store.write((tx) => closeGroup(tx, elsewhere, id, close))).toMatchObject({ reason: "not_found" });
});

test("sending makes an enquiry for each that joined and each solution, in one go", async () => {
  const world = await aParkOfThree();
  const { store, a, b, c, park } = world;
  const id = await aGroup(world, [a, b]);
  expect(await send(world, id)).toEqual({ ok: true, value: { sent: 4, skipped: 0 } });
  const rows = await store.db.select().from(enquiry).where(eq(enquiry.groupId, id));
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map(({ enterpriseId }) => enterpriseId))).toEqual(new Set([a.organisationId, b.organisationId]));
  expect(rows.find(({ enterpriseId }) => enterpriseId === a.organisationId)).toMatchObject({
    ...{
      status: "sent",
      contactName: "王工",
      createdByUserId: a.userId,
      message: "几家企业想一起上轻量排产，请分别报价。",
    },
  });
  const marks = await store.db
    .select({ status: recommendation.status })
    .from(recommendation)
    .where(eq(recommendation.enterpriseId, a.organisationId));
  expect(marks).toEqual([{ status: "enquired" }]);
  expect((await kindsFor(world, b.userId)).at(-1)).toBe("group.sent");
  expect(await kindsFor(world, c.userId)).toEqual(["group.invited"]);
  expect(await groupForPark(store.db, park, id)).toMatchObject({ status: "sent", joined: 2 });
  // Those who ask already are not asked again for a season; who did not join may be.
  expect(await candidatesOf(store.db, park)).toMatchObject([{ enterpriseId: c.organisationId }]);
  expect(await send(world, id)).toMatchObject({ reason: "not_open" });
  expect(await store.write((tx) => answerGroup(tx, c, id, "joined"))).toMatchObject({ reason: "not_open" });
  vi.setSystemTime(Date.now() + 91 * 86_400_000);
  expect(await candidatesOf(store.db, park)).toHaveLength(3);
});

test("an enterprise with an open enquiry on a solution is left out for that one, and the park is told which", async () => {
  const world = await aParkOfThree();
  const { store, a, b, park, slugs, listings } = world;
  const own = {
    id: newId("enq"),
    recommendation: null,
    message: "先问一下价格和周期",
    contactName: "王工",
    contactPhone: "1",
  };
  must(await store.write((tx) => sendEnquiry(tx, a, { ...own, solution: slugs[0] ?? "" })));
  const id = await aGroup(world, [a, b]);
  expect(await send(world, id)).toEqual({ ok: true, value: { sent: 3, skipped: 1 } });
  const page = await groupForPark(store.db, park, id);
  const sentTo = Object.fromEntries(
    (page?.members ?? []).map((member) => [member.enterpriseId, member.sentTo.toSorted()]),
  );
  expect(sentTo[a.organisationId]).toEqual([listings[1]?.solutionId]);
  expect(sentTo[b.organisationId]).toHaveLength(2);
});

test("too few, a solution that is not public, one everybody asked about, and a stale page: refused, nothing written", async () => {
  const world = await aParkOfThree();
  const { store, park, a, b, slugs } = world;
  const id = await aGroup(world, [a]);
  expect(await send(world, id)).toMatchObject({ reason: "too_few" });
  const stale = await editOf(world, id);
  must(await store.write((tx) => answerGroup(tx, b, id, "joined")));
  expect(await store.write((tx) => sendGroup(tx, park, id, { edit: stale, solutions: slugs }))).toMatchObject({
    reason: "stale",
  });
  expect(await send(world, id, [...slugs, "nothing"])).toMatchObject({ reason: "not_live" });
  const own = { recommendation: null, message: "先问一下价格和周期", contactName: "王工", contactPhone: "1" };
  for (const member of [a, b])
    must(await store.write((tx) => sendEnquiry(tx, member, { ...own, id: newId("enq"), solution: slugs[1] ?? "" })));
  expect(await send(world, id)).toMatchObject({ reason: "all_asked" });
  expect(await store.db.$count(enquiry, eq(enquiry.groupId, id))).toBe(0);
  expect(await groupForPark(store.db, park, id)).toMatchObject({ status: "open" });
});

test("a provider sees the group of an enquiry, with only the enquiries to itself", async () => {
  const world = await aParkOfThree();
  const { store, a, b } = world;
  const id = await aGroup(world, [a, b]);
  must(await send(world, id));
  const rows = await store.db.select().from(enquiry).where(eq(enquiry.groupId, id));
  const first = providerOf(world, 0);
  const own = rows.filter(({ providerId }) => providerId === first.organisationId);
  const seen = await groupOfEnquiry(store.db, first, own[0]?.id ?? "");
  expect(seen).toMatchObject({ enterprises: 2, findingTitle: "排产靠经验", siblings: [{ id: own[1]?.id }] });
  expect(seen?.siblings).toHaveLength(1);
  const foreign = rows.find(({ providerId }) => providerId !== first.organisationId);
  expect(await groupOfEnquiry(store.db, first, foreign?.id ?? "")).toBeNull();
});

test("calling off tells those who had not declined, with the park's words", async () => {
  const world = await aParkOfThree();
  const { store, park, a, b, c } = world;
  const id = await aGroup(world, [a]);
  must(await store.write((tx) => answerGroup(tx, b, id, "declined")));
  const close = { edit: await editOf(world, id), reason: "too_few" as const, text: "参加的企业不够" };
  must(await store.write((tx) => closeGroup(tx, park, id, close)));
  expect((await kindsFor(world, a.userId)).at(-1)).toBe("group.closed");
  expect((await kindsFor(world, c.userId)).at(-1)).toBe("group.closed");
  expect(await kindsFor(world, b.userId)).toEqual(["group.invited"]);
  expect(await store.write((tx) => closeGroup(tx, park, id, { ...close, edit: close.edit + 1 }))).toMatchObject({
    reason: "not_open",
  });
});
