/**
 * A corrected report: what was issued stays as it is, its text is copied into the next number, and once that is issued the
 * earlier one is superseded (decision 0021).
 */
import { and, eq, inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { diagnosis, finding, recommendation, report } from "#db/schema/clinic.server";
import { one, type Writer } from "#db/store.server";
import type { Expert, ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { isEnded, openStatuses } from "./diagnosis-status";
import { findingsOf, newestReport, recommendationsOf, recordReport, type Report } from "./draft-report.server";
import { caseToAct, writeStep, type Diagnosis } from "./moves.server";
import type { CorrectionForm } from "./review-form";
import { tellCase } from "./tidings.server";

export type CorrectionRefusal = "not_found" | "stale" | "not_possible" | "other_case_open";

/**
 * Begins a corrected version of the issued report, with a note that says why; the case is written up again. Refuses a case
 * whose report is not issued, and a filed case of an enterprise that has another one open: it has one at most.
 * Writes the draft with its findings, their photos and recommendations, the step, the journal, and notices to the others.
 */
export async function beginCorrection(
  tx: Writer,
  actor: Expert | ParkStaff,
  diagnosisId: string,
  { edit, text }: CorrectionForm,
): Promise<Outcome<Diagnosis, CorrectionRefusal>> {
  const found = await caseToAct(tx, actor, { id: diagnosisId, edit }, "correct");
  if (!found.ok) return found;
  const issued = await newestReport(tx, diagnosisId);
  if (issued?.status !== "issued") return refused("not_possible");
  if (isEnded(found.value.status) && (await hasOpenCase(tx, issued.enterpriseId))) return refused("other_case_open");
  const about = await writeStep(tx, actor, found.value, "report_draft", { reason: "correction", text });
  const draft = await copyReport(tx, issued, text);
  await recordReport(tx, actor, about, draft, "report.correction_begun", { of: issued.number });
  await tellCase(tx, actor, about, ["enterprise", "park", "expert"], "report.correction_begun", { text });
  return done(about);
}

/**
 * The version before the one just issued is superseded, and what the enterprise did with its recommendations goes on in those
 * that carry them on. Writes report, recommendation and the journal; answers whether there was one.
 */
export async function supersede(tx: Writer, staff: ParkStaff, about: Diagnosis, issued: Report): Promise<boolean> {
  const isBefore = and(eq(report.diagnosisId, about.id), eq(report.status, "issued"));
  const before = (await tx.select().from(report).where(isBefore)).find(({ id }) => id !== issued.id);
  if (!before) return false;
  const progress = new Map((await recommendationsOf(tx, before.id)).map(({ id, status }) => [id, status]));
  for (const { id, originId } of await recommendationsOf(tx, issued.id)) {
    const status = progress.get(originId ?? "");
    if (status) await tx.update(recommendation).set({ status }).where(eq(recommendation.id, id));
  }
  const superseded = { status: "superseded" as const, supersededAt: issued.issuedAt };
  await tx.update(report).set(superseded).where(eq(report.id, before.id));
  await recordReport(tx, staff, about, { ...before, ...superseded }, "report.superseded", { by: issued.number });
  return true;
}

async function copyReport(tx: Writer, issued: Report, correctionNote: string): Promise<Report> {
  const { overview, summary, analysis, targetLevel, disclosure, diagnosisId, enterpriseId } = issued;
  const text = { overview, summary, analysis, targetLevel, disclosure };
  const id = newId("rpt");
  const number = issued.number + 1;
  const begun = {
    id,
    diagnosisId,
    enterpriseId,
    number,
    status: "draft" as const,
    createdAt: Date.now(),
    correctionNote,
  };
  const [draft] = await tx
    .insert(report)
    .values({ ...begun, ...text })
    .returning();
  if (!draft) throw new Error("report insert returned no row");
  const findingIds = await copyFindings(tx, issued.id, id);
  await copyRecommendations(tx, issued.id, id, findingIds);
  return draft;
}

/** Old id → new id. */
async function copyFindings(tx: Writer, from: string, to: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const one of await findingsOf(tx, from)) {
    const id = newId("fnd");
    ids.set(one.id, id);
    await tx.insert(finding).values({ ...one, id, reportId: to, edit: 1 });
    await copyPhotos(tx, one.id, id);
  }
  return ids;
}

/** The same files: what was issued is never taken away. */
async function copyPhotos(tx: Writer, from: string, to: string): Promise<void> {
  const photos = await tx.select().from(findingPhoto).where(eq(findingPhoto.findingId, from));
  if (photos.length > 0) await tx.insert(findingPhoto).values(photos.map((photo) => ({ ...photo, findingId: to })));
}

async function copyRecommendations(
  tx: Writer,
  from: string,
  to: string,
  findingIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const one of await recommendationsOf(tx, from)) {
    const findingId = findingIds.get(one.findingId);
    if (!findingId) throw new Error(`recommendation ${one.id} without its finding`);
    const copy = { ...one, id: newId("rec"), reportId: to, findingId, originId: one.id };
    await tx.insert(recommendation).values({ ...copy, status: "proposed", edit: 1 });
  }
}

async function hasOpenCase(tx: Writer, enterpriseId: string): Promise<boolean> {
  const isOpen = and(eq(diagnosis.enterpriseId, enterpriseId), inArray(diagnosis.status, [...openStatuses]));
  return (await one(tx.select({ id: diagnosis.id }).from(diagnosis).where(isOpen))) !== null;
}
