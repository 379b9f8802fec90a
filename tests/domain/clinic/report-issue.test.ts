/** The life of a report after its issue: what is kept with it, corrections, and two who issue at once. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise, expert as expertTable, organisation, user } from "#db/schema/identity.server";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { finding, recommendation, report } from "#db/schema/clinic.server";
import { journalEntry, notice, storedFile } from "#db/schema/support.server";
import { confirmReport, closeDiagnosis } from "~/domain/clinic/confirmations.server";
import { beginCorrection } from "~/domain/clinic/corrections.server";
import { cancelDiagnosis } from "~/domain/clinic/desk.server";
import { submitDiagnosis } from "~/domain/clinic/diagnoses.server";
import { newestReport } from "~/domain/clinic/draft-report.server";
import {
  addFinding,
  addRecommendation,
  changeFinding,
  removeFinding,
  removeRecommendation,
} from "~/domain/clinic/findings.server";
import { photoFor, removePhoto } from "~/domain/clinic/field-photos.server";
import { markRecommendation, recommendationFor } from "~/domain/clinic/recommendations.server";
import { reportPage } from "~/domain/clinic/report-page.server";
import { photosOfReport } from "~/domain/clinic/report-photos.server";
import { issueReport, submitReport } from "~/domain/clinic/reports.server";
import {
  aCase,
  aClinic,
  aFinding,
  aListing,
  aRecommendation,
  aRequest,
  must,
  write,
  type Clinic,
} from "../../world/clinic";

const toReport = ["accepted", "assigned", "scheduled", "on_site", "report_draft"] as const;
const toReview = [...toReport, "written", "report_review"] as const;
const toIssue = [...toReview, "reported"] as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-03T09:00+08:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The rows of a report as they lie in the database. */
async function rowsOf({ store: { db } }: Clinic, reportId: string) {
  const [row] = await db.select().from(report).where(eq(report.id, reportId));
  const findings = await db.select().from(finding).where(eq(finding.reportId, reportId)).orderBy(finding.no);
  const advice = await db.select().from(recommendation).where(eq(recommendation.reportId, reportId));
  return { row, findings, advice };
}

const idOf = async (clinic: Clinic, caseId: string) => (await newestReport(clinic.store.db, caseId))?.id ?? "";

test("what an issued report says does not change when others change their names", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const seen = await aCase(clinic, toReport);
  const listing = await store.write((tx) => aListing(tx));
  await write(clinic, seen.id, [listing.solutionId]);
  const handedIn = must(await store.write((tx) => submitReport(tx, expert, seen)));
  must(await store.write((tx) => issueReport(tx, park, handedIn)));
  const before = await reportPage(store.db, owner, seen.id);
  const rows = await rowsOf(clinic, before?.report.id ?? "");
  expect(before).toMatchObject({
    enterprise: { name: owner.organisationName },
    expert: { name: expert.userName },
    issuedByName: park.userName,
    ties: [{ kind: "employer", name: expert.organisationName }],
  });
  await store.write(async (tx) => {
    await tx.update(organisation).set({ name: "改名" });
    await tx.update(user).set({ name: "改名" });
    await tx.update(solutionVersion).set({ title: "改名" });
    await tx.update(enterprise).set({ employees: 9999 });
    await tx.update(expertTable).set({ title: "改名", ties: [listing.providerId] });
  });
  const after = await reportPage(store.db, owner, seen.id);
  expect(after).toEqual(before);
  expect(await rowsOf(clinic, before?.report.id ?? "")).toEqual(rows);
  await store.write((tx) => tx.update(provider).set({ status: "suspended" }));
  await store.write((tx) => tx.update(solution).set({ status: "suspended" }));
  const hidden = await reportPage(store.db, owner, seen.id);
  const shown = hidden?.findings[0]?.recommendations[0]?.solutions[0];
  expect(shown).toMatchObject({
    title: before?.findings[0]?.recommendations[0]?.solutions[0]?.title,
    isPublished: false,
  });
});

test("a report issued before facts were kept is drawn from what there is now", async () => {
  const clinic = await aClinic();
  const { store, owner } = clinic;
  const seen = await aCase(clinic, toIssue);
  await store.write((tx) => tx.update(report).set({ frozen: null }));
  await store.write((tx) =>
    tx.update(organisation).set({ name: "现名" }).where(eq(organisation.id, owner.organisationId)),
  );
  expect((await reportPage(store.db, owner, seen.id))?.enterprise.name).toBe("现名");
});

test("two who issue at once: one report is issued, the other is told, the enterprise hears once", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const seen = await aCase(clinic, toReview);
  const issue = () => store.write((tx) => issueReport(tx, park, seen));
  const answers = await Promise.all([issue(), issue()]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect(answers[1]).toEqual({ ok: false, reason: "stale" });
  const told = await store.db.select().from(notice).where(eq(notice.userId, owner.userId));
  expect(told.filter(({ kind }) => kind === "report.issued")).toHaveLength(1);
  const noted = await store.db.select().from(journalEntry).where(eq(journalEntry.action, "report.issued"));
  expect(noted).toHaveLength(1);
});

async function correct(clinic: Clinic, seen: { id: string; edit: number }) {
  const { store, park } = clinic;
  return must(await store.write((tx) => beginCorrection(tx, park, seen.id, { edit: seen.edit, text: "数据有误" })));
}

test("a correction is a version of its own; what was issued keeps every byte", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const seen = await aCase(clinic, toIssue);
  const first = await idOf(clinic, seen.id);
  const original = await rowsOf(clinic, first);
  const advice = original.advice[0]?.id ?? "";
  must(await store.write((tx) => markRecommendation(tx, owner, advice, "shortlisted")));
  const issued = await rowsOf(clinic, first);

  const begun = await correct(clinic, seen);
  expect(begun).toMatchObject({ status: "report_draft" });
  const second = await idOf(clinic, seen.id);
  expect(second).not.toBe(first);
  const copied = (await rowsOf(clinic, second)).findings[0];
  const change = { ...aFinding(1), title: "排产没有依据" };
  must(await store.write((tx) => changeFinding(tx, expert, seen.id, copied?.id ?? "", change)));
  // The enterprise goes on reading, and working with, what was issued.
  expect(await reportPage(store.db, owner, seen.id)).toMatchObject({
    report: { number: 1, status: "issued" },
    findings: [{ title: "排产靠经验" }],
  });
  must(await store.write((tx) => markRecommendation(tx, owner, advice, "enquired")));
  const withProgress = { ...issued.advice[0], status: "enquired" };

  const handedIn = must(await store.write((tx) => submitReport(tx, expert, begun)));
  must(await store.write((tx) => issueReport(tx, park, handedIn)));
  const page = await reportPage(store.db, owner, seen.id);
  expect(page).toMatchObject({
    report: { number: 2, status: "issued", correctionNote: "数据有误" },
    versions: [{ number: 2 }, { number: 1, status: "superseded" }],
    findings: [{ title: "排产没有依据", recommendations: [{ status: "enquired", originId: advice }] }],
  });
  const earlier = await reportPage(store.db, owner, seen.id, 1);
  expect(earlier).toMatchObject({ report: { status: "superseded" }, findings: [{ title: "排产靠经验" }] });

  const kept = await rowsOf(clinic, first);
  expect(kept.findings).toEqual(issued.findings);
  expect(kept.advice).toEqual([withProgress]);
  const { supersededAt, ...row } = kept.row ?? { supersededAt: null };
  expect(supersededAt).toBe(page?.report.issuedAt);
  expect({ ...row, supersededAt: null, status: "issued" }).toEqual(issued.row);
  const told = await store.db.select().from(notice).where(eq(notice.userId, owner.userId));
  expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["report.correction_begun", "report.corrected"]));
});

test("a case whose report is being corrected cannot be cancelled: it was reported", async () => {
  const clinic = await aClinic();
  const { store, park } = clinic;
  const begun = await correct(clinic, await aCase(clinic, toIssue));
  const said = { reason: "no_longer_needed" as const, text: "企业搬迁" };
  const cancelled = await store.write((tx) => cancelDiagnosis(tx, park, begun, said));
  expect(cancelled).toEqual({ ok: false, reason: "not_possible" });
});

test("a correction begins with the photos of what it corrects; taking one out leaves it in what was issued", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const seen = await aCase(clinic, toReview);
  const first = await idOf(clinic, seen.id);
  const [noted] = (await rowsOf(clinic, first)).findings;
  await store.write(async (tx) => {
    await tx.insert(storedFile).values({
      ...{ id: "fil_1", ownerOrganisationId: owner.organisationId, name: "a", mediaType: "image/jpeg", bytes: 1 },
      ...{ sha256: "x", createdByUserId: expert.userId, createdAt: 1 },
    });
    await tx
      .insert(findingPhoto)
      .values({ fileId: "fil_1", findingId: noted?.id ?? "", caption: "料架", createdAt: 1 });
  });
  const begun = await correct(clinic, must(await store.write((tx) => issueReport(tx, park, seen))));
  const second = await idOf(clinic, seen.id);
  expect(await photosOfReport(store.db, second)).toMatchObject([{ id: "fil_1", caption: "料架" }]);

  await store.write((tx) => removePhoto(tx, expert, begun, "fil_1"));
  expect(await photosOfReport(store.db, second)).toEqual([]);
  expect(await photosOfReport(store.db, first)).toMatchObject([{ id: "fil_1" }]);
  expect(await photoFor(store.db, [park], "fil_1")).toMatchObject({ id: "fil_1" });
});

test("a link made before a correction leads to the recommendation that carries it on", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const seen = await aCase(clinic, toIssue);
  const old = (await rowsOf(clinic, await idOf(clinic, seen.id))).advice[0]?.id ?? "";
  const begun = await correct(clinic, seen);
  const handedIn = must(await store.write((tx) => submitReport(tx, expert, begun)));
  must(await store.write((tx) => issueReport(tx, park, handedIn)));
  const next = await recommendationFor(store.db, owner, old);
  expect(next?.id).not.toBe(old);
  must(await store.write((tx) => markRecommendation(tx, owner, old, "adopted")));
  expect(await recommendationFor(store.db, owner, next?.id ?? "")).toMatchObject({ status: "adopted" });
});

test("a recommendation taken out by the correction leads nowhere", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const seen = await aCase(clinic, toIssue);
  const old = (await rowsOf(clinic, await idOf(clinic, seen.id))).advice[0]?.id ?? "";
  const begun = await correct(clinic, seen);
  const draft = await rowsOf(clinic, await idOf(clinic, seen.id));
  const [copy] = draft.advice;
  must(await store.write((tx) => removeRecommendation(tx, expert, seen.id, copy?.id ?? "", 1)));
  const other = aRecommendation(2, draft.findings[0]?.id ?? "");
  must(await store.write((tx) => addRecommendation(tx, expert, seen.id, other)));
  const handedIn = must(await store.write((tx) => submitReport(tx, expert, begun)));
  must(await store.write((tx) => issueReport(tx, park, handedIn)));
  expect(await recommendationFor(store.db, owner, old)).toBeNull();
});

test("a filed report can be corrected, but not beside another open case", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const seen = await aCase(clinic, toIssue);
  const confirmed = must(await store.write((tx) => confirmReport(tx, owner, seen.id, { edit: seen.edit, note: "" })));
  const closed = must(await store.write((tx) => closeDiagnosis(tx, park, confirmed)));
  must(await store.write((tx) => submitDiagnosis(tx, owner, aRequest())));
  const again = () => store.write((tx) => beginCorrection(tx, park, closed.id, { edit: closed.edit, text: "更正" }));
  expect(await again()).toEqual({ ok: false, reason: "other_case_open" });
});

test("a correction is begun once, and only of what was issued", async () => {
  const clinic = await aClinic();
  const { store, park, expert } = clinic;
  const early = await aCase(clinic, toReview);
  const form = { edit: early.edit, text: "更正" };
  expect(await store.write((tx) => beginCorrection(tx, expert, early.id, form))).toEqual({
    ok: false,
    reason: "not_possible",
  });
  const issued = must(await store.write((tx) => issueReport(tx, park, early)));
  const begin = () => store.write((tx) => beginCorrection(tx, expert, early.id, { edit: issued.edit, text: "更正" }));
  const answers = await Promise.all([begin(), begin()]);
  expect(answers.map((answer) => (answer.ok ? "begun" : answer.reason))).toEqual(["begun", "stale"]);
  expect(await store.db.$count(report, eq(report.diagnosisId, early.id))).toBe(2);
});

test("200 findings are numbered 1 to 200, and stay so when one goes", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const { id } = await aCase(clinic, toReport);
  await store.write(async (tx) => {
    for (let edit = 1; edit <= 200; edit += 1)
      must(await addFinding(tx, expert, id, { ...aFinding(edit), title: `${edit}` }));
  });
  const page = await reportPage(store.db, expert, id);
  expect(page?.findings.map(({ no }) => no)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  must(await store.write((tx) => removeFinding(tx, expert, id, page?.findings[49]?.id ?? "", 201)));
  const after = await reportPage(store.db, expert, id);
  expect(after?.findings.map(({ no }) => no)).toEqual(Array.from({ length: 199 }, (_, index) => index + 1));
  expect(after?.findings.slice(48, 51).map(({ title }) => title)).toEqual(["49", "51", "52"]);
});
