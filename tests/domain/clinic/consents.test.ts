import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { provider as providerTable } from "#db/schema/catalogue.server";
import { consent } from "#db/schema/clinic-after.server";
import { diagnosis } from "#db/schema/clinic.server";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { journalEntry, notice, storedFile } from "#db/schema/support.server";
import { reportSections, type ReportSection } from "#db/vocabulary/clinic";
import { consentStateAt, endOfDay, isPossibleDay, lastDayOf } from "~/domain/clinic/consent-status";
import { providerChoices } from "~/domain/clinic/consent-providers.server";
import { consentsOf, giveConsent, withdrawConsent } from "~/domain/clinic/consents.server";
import { beginCorrection } from "~/domain/clinic/corrections.server";
import { findingsOf, newestReport } from "~/domain/clinic/draft-report.server";
import { issueReport, submitReport } from "~/domain/clinic/reports.server";
import { sharedPhoto, sharedReport, sharedReportsOf } from "~/domain/clinic/shared-reports.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { aCase, aClinic, aListing, anEnterprise, must, write, type Clinic } from "../../world/clinic";
import { aProvider } from "../../world/market";

const DAY_MS = 86_400_000;
const START = Date.parse("2026-03-03T09:00+08:00");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const before = ["accepted", "assigned", "scheduled", "on_site", "report_draft"] as const;

/** An issued report that names a solution of one provider, and two providers who might read it. */
async function anIssued() {
  const clinic = await aClinic();
  const { store } = clinic;
  const listing = await store.write((tx) => aListing(tx));
  const seen = await aCase(clinic, before);
  await write(clinic, seen.id, [listing.solutionId]);
  let { edit } = seen;
  edit = must(await store.write((tx) => submitReport(tx, clinic.expert, { id: seen.id, edit }))).edit;
  edit = must(await store.write((tx) => issueReport(tx, clinic.park, { id: seen.id, edit }))).edit;
  const reader = await aProvider(store, { name: "青岚数科" });
  const other = await aProvider(store, { name: "白鹭软件" });
  const report = await newestReport(store.db, seen.id);
  return { clinic, store, listing, reader, other, id: seen.id, edit, reportId: report?.id ?? "" };
}

type Issued = Awaited<ReturnType<typeof anIssued>>;

const formFor = (
  world: Issued,
  provider: ProviderMember,
  but: { sections?: ReportSection[]; withFiles?: boolean; until?: string } = {},
) => ({
  ...{ report: world.reportId, provider: provider.organisationId, sections: ["summary"] as ReportSection[] },
  ...{ withFiles: false, until: "2026-04-02", ...but },
});

async function give(world: Issued, but: Parameters<typeof formFor>[2] = {}) {
  return must(
    await world.store.write((tx) => giveConsent(tx, world.clinic.owner, world.id, formFor(world, world.reader, but))),
  ).id;
}

test("a consent ends with the last moment of its day in Shanghai", () => {
  const until = endOfDay("2026-04-02");
  expect(until).toBe(Date.parse("2026-04-03T00:00+08:00"));
  expect(lastDayOf(until)).toBe("2026-04-02");
  expect(consentStateAt({ until, withdrawnAt: null }, until - 1)).toBe("valid");
  expect(consentStateAt({ until, withdrawnAt: null }, until)).toBe("expired");
  expect(consentStateAt({ until, withdrawnAt: 1 }, until - 1)).toBe("withdrawn");
});

test("a consent may end today or up to a year from now", () => {
  expect(["2026-03-02", "2026-03-03", "2027-03-03", "2027-03-04"].map((day) => isPossibleDay(day, START))).toEqual([
    ...[false, true, true, false],
  ]);
});

test("a provider reads what was consented to, and no other provider does", async () => {
  const world = await anIssued();
  const { store, reader, other } = world;
  expect(await sharedReportsOf(store.db, reader)).toEqual([]);
  const id = await give(world);
  expect(await sharedReportsOf(store.db, reader)).toMatchObject([{ id, sections: ["summary"], lastDay: "2026-04-02" }]);
  expect(await sharedReport(store.db, reader, id)).toMatchObject({ shared: { summary: "排产要先上系统", number: 1 } });
  expect(await sharedReportsOf(store.db, other)).toEqual([]);
  expect(await sharedReport(store.db, other, id)).toBeNull();
});

test.each(reportSections)(
  "of a report shared in its %s alone, nothing else is in what is answered",
  async (section) => {
    const world = await anIssued();
    const id = await give(world, { sections: [section] });
    const { shared } = (await sharedReport(world.store.db, world.reader, id)) ?? {};
    const filled = reportSections.filter((one) => shared?.[one] !== null);
    expect(filled).toEqual([section]);
    const text = JSON.stringify(shared);
    const secrets: Record<string, ReportSection[]> = {
      ...{ 排产要先上系统: ["summary"], 排产靠经验: ["findings"] },
      ...{ 上轻量排产: ["recommendations", "roadmap"], "2027Q1": ["roadmap"] },
    };
    for (const [secret, sections] of Object.entries(secrets))
      expect(`${secret} ${text.includes(secret)}`).toBe(`${secret} ${sections.includes(section)}`);
    expect(text).not.toMatch(/creditCode|revenueWan|contactPhone|disclosure|0791-88880000/);
  },
);

test("of the solutions named only the reader's own are told", async () => {
  const world = await anIssued();
  const { store, listing } = world;
  const sections = ["recommendations"] as ReportSection[];
  const id = await give(world, { sections });
  const seen = await sharedReport(store.db, world.reader, id);
  expect(seen?.shared.recommendations).toMatchObject([{ ownSolutions: [], findingNo: null, quarter: null }]);
  expect(JSON.stringify(seen)).not.toContain(listing.providerId);

  const owner = { ...world.reader, organisationId: listing.providerId };
  const given = formFor(world, owner, { sections: ["recommendations", "findings", "roadmap"] });
  const own = must(await store.write((tx) => giveConsent(tx, world.clinic.owner, world.id, given))).id;
  const named = await sharedReport(store.db, owner, own);
  expect(named?.shared.recommendations).toMatchObject([
    { ownSolutions: [{ solutionId: listing.solutionId }], findingNo: 1, quarter: "2027Q1" },
  ]);
});

test("withdrawing ends a consent at the very next reading, is journalled and told", async () => {
  const world = await anIssued();
  const { store, reader, clinic } = world;
  const id = await give(world);
  expect(await sharedReport(store.db, reader, id)).not.toBeNull();
  must(await store.write((tx) => withdrawConsent(tx, clinic.owner, id)));
  expect(await sharedReport(store.db, reader, id)).toBeNull();
  expect(await sharedReportsOf(store.db, reader)).toEqual([]);
  expect(await consentsOf(store.db, clinic.owner, world.id)).toMatchObject([{ id, state: "withdrawn" }]);
  const entries = await store.db.select().from(journalEntry).where(eq(journalEntry.subjectId, id));
  expect(entries.map(({ action }) => action)).toEqual(["consent.given", "consent.withdrawn"]);
  const told = await store.db.select().from(notice).where(eq(notice.userId, reader.userId));
  expect(told.map(({ kind }) => kind).toSorted()).toEqual(["consent.given", "consent.withdrawn"]);
});

test("withdrawing twice is one withdrawal, and another enterprise's consent is not there", async () => {
  const world = await anIssued();
  const { store, clinic } = world;
  const id = await give(world);
  const stranger = await store.write((tx) => anEnterprise(tx));
  expect(await store.write((tx) => withdrawConsent(tx, stranger, id))).toMatchObject({ reason: "not_found" });
  expect(await sharedReport(store.db, world.reader, id)).not.toBeNull();
  must(await store.write((tx) => withdrawConsent(tx, clinic.owner, id)));
  vi.setSystemTime(START + DAY_MS);
  must(await store.write((tx) => withdrawConsent(tx, clinic.owner, id)));
  const [row] = await store.db.select().from(consent).where(eq(consent.id, id));
  expect(row?.withdrawnAt).toBe(START);
});

test("a consent is over with its last day", async () => {
  const world = await anIssued();
  const id = await give(world, { until: "2026-03-05" });
  vi.setSystemTime(Date.parse("2026-03-05T23:59:59+08:00"));
  expect(await sharedReport(world.store.db, world.reader, id)).not.toBeNull();
  vi.setSystemTime(Date.parse("2026-03-06T00:00:00+08:00"));
  expect(await sharedReport(world.store.db, world.reader, id)).toBeNull();
  expect(await consentsOf(world.store.db, world.clinic.owner, world.id)).toMatchObject([{ state: "expired" }]);
});

test("a suspended provider reads nothing, and again once it is open", async () => {
  const world = await anIssued();
  const { store, reader } = world;
  const id = await give(world);
  const setStatus = (status: "suspended" | "open") =>
    store.write((tx) =>
      tx.update(providerTable).set({ status }).where(eq(providerTable.organisationId, reader.organisationId)),
    );
  await setStatus("suspended");
  expect(await sharedReport(store.db, reader, id)).toBeNull();
  expect(await sharedReportsOf(store.db, reader)).toEqual([]);
  await setStatus("open");
  expect(await sharedReport(store.db, reader, id)).not.toBeNull();
});

test("what cannot be consented to is refused", async () => {
  const world = await anIssued();
  const { store, clinic, reader } = world;
  const stranger = await store.write((tx) => anEnterprise(tx));
  const closed = await aProvider(store, { status: "suspended" });
  const tried = (who: typeof stranger, form: ReturnType<typeof formFor>) =>
    store.write((tx) => giveConsent(tx, who, world.id, form));
  const good = formFor(world, reader);
  expect(await tried(stranger, good)).toMatchObject({ reason: "not_found" });
  expect(await tried(clinic.owner, { ...good, report: "rpt_older" })).toMatchObject({ reason: "stale" });
  expect(await tried(clinic.owner, formFor(world, closed))).toMatchObject({ reason: "unknown_provider" });
  expect(await tried(clinic.owner, { ...good, until: "2026-03-02" })).toMatchObject({ reason: "until_out_of_range" });
  expect(await tried(clinic.owner, { ...good, until: "2027-03-04" })).toMatchObject({ reason: "until_out_of_range" });
  expect(await store.db.$count(consent)).toBe(0);
});

test("the latest consent to the same provider is the one that holds", async () => {
  const world = await anIssued();
  const [first, second] = [await give(world, { sections: ["summary", "findings"] }), await give(world)];
  expect(await sharedReport(world.store.db, world.reader, first)).toBeNull();
  expect((await sharedReport(world.store.db, world.reader, second))?.shared.findings).toBeNull();
});

test("a corrected version is not covered by the consent to the one before", async () => {
  const world = await anIssued();
  const { store, clinic, reader } = world;
  const id = await give(world);
  await correct(clinic, world.id, world.edit);
  expect(await sharedReport(store.db, reader, id)).toMatchObject({ shared: { number: 1, supersededAt: START } });
  expect(await sharedReportsOf(store.db, reader)).toHaveLength(1);
  const listed = await consentsOf(store.db, clinic.owner, world.id);
  expect(listed).toMatchObject([{ id, number: 1, isOfNewest: false, state: "valid" }]);
  // The page drawn before the correction speaks of a version that is no longer the present one.
  expect(await store.write((tx) => giveConsent(tx, clinic.owner, world.id, formFor(world, reader)))).toMatchObject({
    reason: "stale",
  });
});

async function correct({ store, expert, park }: Clinic, id: string, edit: number) {
  must(await store.write((tx) => beginCorrection(tx, park, id, { edit, text: "数据有误，需要更正" })));
  const seen = await editOf({ store }, id);
  must(await store.write((tx) => submitReport(tx, expert, { id, edit: seen })));
  const next = await editOf({ store }, id);
  must(await store.write((tx) => issueReport(tx, park, { id, edit: next })));
}

async function editOf({ store }: Pick<Clinic, "store">, id: string): Promise<number> {
  const [row] = await store.db.select({ edit: diagnosis.edit }).from(diagnosis).where(eq(diagnosis.id, id));
  return row?.edit ?? 0;
}

test("photos are shown only when consented to together with the findings", async () => {
  const world = await anIssued();
  const { store, reader, clinic } = world;
  const fileId = await addPhoto(world);
  const of = async (but: Parameters<typeof formFor>[2]) => {
    const id = await give(world, but);
    const page = await sharedReport(store.db, reader, id);
    return [page?.shared.photos.length, (await sharedPhoto(store.db, reader, id, fileId)) !== null];
  };
  expect(await of({ sections: ["findings"] })).toEqual([0, false]);
  expect(await of({ sections: ["summary"], withFiles: true })).toEqual([0, false]);
  expect(await of({ sections: ["findings"], withFiles: true })).toEqual([1, true]);
  const id = await give(world, { sections: ["findings"], withFiles: true });
  expect(await sharedPhoto(store.db, reader, id, "fil_other")).toBeNull();
  expect(await sharedPhoto(store.db, world.other, id, fileId)).toBeNull();
  must(await store.write((tx) => withdrawConsent(tx, clinic.owner, id)));
  expect(await sharedPhoto(store.db, reader, id, fileId)).toBeNull();
});

async function addPhoto({ store, clinic, reportId }: Issued): Promise<string> {
  const id = newId("fil");
  const [first] = await findingsOf(store.db, reportId);
  await store.write(async (tx) => {
    const whose = {
      ownerOrganisationId: clinic.owner.organisationId,
      createdByUserId: clinic.expert.userId,
      createdAt: 1,
    };
    await tx.insert(storedFile).values({ id, name: "a.jpg", mediaType: "image/jpeg", bytes: 1, sha256: "0", ...whose });
    await tx.insert(findingPhoto).values({ fileId: id, findingId: first?.id ?? "", createdAt: 1 });
  });
  return id;
}

test("providers to choose from: those named in the report, those asked, those found; each once and only open ones", async () => {
  const world = await anIssued();
  const { store, clinic, listing } = world;
  await aProvider(store, { name: "青岚停业", status: "suspended" });
  const choices = await providerChoices(store.db, clinic.owner, world.reportId, "青岚");
  expect(choices.recommended.map(({ id }) => id)).toEqual([listing.providerId]);
  expect(choices).toMatchObject({ asked: [], found: [{ name: "青岚数科" }] });
  expect((await providerChoices(store.db, clinic.owner, world.reportId, "%")).found.length).toBeGreaterThan(0);
});
