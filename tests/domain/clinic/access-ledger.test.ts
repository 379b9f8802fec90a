import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { accessEntry } from "#db/schema/clinic-after.server";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { storedFile } from "#db/schema/support.server";
import { noteAccess, noteFileAccess } from "~/domain/clinic/access-ledger.server";
import { ledgerLines } from "~/domain/clinic/access-lines";
import { ledgerOf } from "~/domain/clinic/access-pages.server";
import { findingsOf, newestReport } from "~/domain/clinic/draft-report.server";
import { aCase, aClinic, anAuthority, anEnterprise, aPark, type Clinic } from "../../world/clinic";

const START = Date.parse("2026-03-03T09:00+08:00");
const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const steps = ["accepted", "assigned", "scheduled", "on_site", "report_draft", "written", "report_review"] as const;

async function aReport(clinic: Clinic) {
  const { id } = await aCase(clinic, [...steps, "reported"]);
  const report = await newestReport(clinic.store.db, id);
  if (!report) throw new Error("no report");
  return report;
}

const all = { reportId: null, after: null };

test("an opening is noted with who, of which organisation, what and when; the enterprise reads it", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const report = await aReport(clinic);
  await noteAccess(store, expert, { report, what: "report" });
  vi.setSystemTime(START + MINUTE_MS);
  await noteAccess(store, park, { report, what: "pdf" });
  const { lines, next, reports } = await ledgerOf(store.db, owner, all);
  expect(lines).toMatchObject([
    { kind: "pdf", byName: park.userName, byOrganisation: park.organisationName, number: 1, at: START + MINUTE_MS },
    { kind: "report", byName: expert.userName, byOrganisation: expert.organisationName, consentedAt: null, at: START },
  ]);
  expect(next).toBeNull();
  expect(reports).toMatchObject([{ id: report.id }]);
});

test("the enterprise's own members leave no entry, and others do not see the ledger", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const report = await aReport(clinic);
  await noteAccess(store, owner, { report, what: "report" });
  expect(await store.db.$count(accessEntry)).toBe(0);
  await noteAccess(store, park, { report, what: "report" });
  const stranger = await store.write((tx) => anEnterprise(tx));
  expect(await ledgerOf(store.db, stranger, { reportId: report.id, after: null })).toMatchObject({
    lines: [],
    reports: [],
  });
});

test("the same thing by the same person is noted once an hour, other things and people at once", async () => {
  const clinic = await aClinic();
  const { store, park, expert } = clinic;
  const report = await aReport(clinic);
  const count = () => store.db.$count(accessEntry);
  await noteAccess(store, park, { report, what: "report" });
  vi.setSystemTime(START + 59 * MINUTE_MS);
  await Promise.all([1, 2, 3].map(() => noteAccess(store, park, { report, what: "report" })));
  expect(await count()).toBe(1);
  await Promise.all([1, 2].map(() => noteAccess(store, park, { report, what: "docx" })));
  await noteAccess(store, expert, { report, what: "report" });
  expect(await count()).toBe(3);
  vi.setSystemTime(START + 60 * MINUTE_MS);
  await noteAccess(store, park, { report, what: "report" });
  expect(await count()).toBe(4);
});

test("an entry that cannot be written stops nobody from reading", async () => {
  const clinic = await aClinic();
  const broken = {
    ...clinic.store,
    write: () => Promise.reject(new Error("disk full")),
  };
  await expect(
    noteAccess(broken, clinic.park, { report: { id: "rpt_x", enterpriseId: "org_x" }, what: "report" }),
  ).resolves.toBeUndefined();
});

test("photos are noted for whichever part of the person may read them", async () => {
  const clinic = await aClinic();
  const { store, owner, expert } = clinic;
  const report = await aReport(clinic);
  const [first] = await findingsOf(store.db, report.id);
  const id = newId("fil");
  await store.write(async (tx) => {
    const whose = { ownerOrganisationId: owner.organisationId, createdByUserId: expert.userId, createdAt: 1 };
    await tx.insert(storedFile).values({ id, name: "a.jpg", mediaType: "image/jpeg", bytes: 1, sha256: "0", ...whose });
    await tx.insert(findingPhoto).values({ fileId: id, findingId: first?.id ?? "", createdAt: 1 });
  });
  const elsewhere = await store.write((tx) => aPark(tx, "jiujiang-etdz"));
  const city = await store.write((tx) => anAuthority(tx, "city", "360100"));
  await noteFileAccess(store, [elsewhere], id);
  await noteFileAccess(store, [elsewhere, owner], id);
  expect(await store.db.$count(accessEntry)).toBe(0);
  await noteFileAccess(store, [elsewhere, city], id);
  const { lines } = await ledgerOf(store.db, owner, all);
  expect(lines).toMatchObject([{ kind: "photos", count: 1, byName: city.userName }]);
});

test("the ledger has pages by cursor and a filter by report", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const report = await aReport(clinic);
  for (let n = 0; n < 60; n += 1) {
    vi.setSystemTime(START + n * 61 * MINUTE_MS);
    await noteAccess(store, park, { report, what: "report" });
  }
  const first = await ledgerOf(store.db, owner, all);
  const second = await ledgerOf(store.db, owner, { reportId: null, after: first.next });
  expect([first.lines.length, second.lines.length, second.next]).toEqual([50, 10, null]);
  expect(first.lines[0]?.at).toBe(START + 59 * 61 * MINUTE_MS);
  expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(60);
  expect((await ledgerOf(store.db, owner, { reportId: "rpt_other", after: null })).lines).toEqual([]);
  expect((await ledgerOf(store.db, owner, { reportId: null, after: "1 or 1=1" })).lines).toHaveLength(50);
});

test("a run of photos of one person is one line", () => {
  const entry = {
    reportId: "r",
    diagnosisId: "d",
    number: 1,
    byName: "甲",
    byOrganisation: null,
    issuedAt: null,
    consentedAt: null,
    at: 1,
  };
  const lines = ledgerLines([
    { ...entry, id: 5, what: "file:a", byUserId: "u" },
    { ...entry, id: 4, what: "file:b", byUserId: "u" },
    { ...entry, id: 3, what: "report", byUserId: "u" },
    { ...entry, id: 2, what: "file:a", byUserId: "v" },
    { ...entry, id: 1, what: "file:b", byUserId: "u" },
  ]);
  expect(lines.map(({ id, kind, count }) => [id, kind, count])).toEqual([
    [5, "photos", 2],
    [3, "report", 1],
    [2, "photos", 1],
    [1, "photos", 1],
  ]);
});
