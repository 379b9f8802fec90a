/** The report's way: begun by the expert, handed in, returned or issued by the park. What is issued never changes. */
import { eq } from "drizzle-orm";
import { report } from "#db/schema/clinic.server";
import type { Writer } from "#db/store.server";
import type { Expert, ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { conflictOf, conflictRefusal, type ConflictFinding } from "./conflict";
import {
  draftOf,
  findingsOf,
  newestReport,
  noteEdit,
  recommendationsOf,
  recordReport,
  reportToEdit,
  type EditRefusal,
  type Report,
} from "./draft-report.server";
import { supersede } from "./corrections.server";
import type { Frozen } from "./frozen";
import { caseToMove, writeStep, type Diagnosis, type MoveRefusal, type Said, type SeenCase } from "./moves.server";
import { namedSolutions } from "./named-solutions.server";
import { onSiteResult } from "./on-site.server";
import { liveFacts } from "./report-facts.server";
import type { ReportForm } from "./report-form";
import { missingIn, type Requirement } from "./report-readiness";
import { noVerdict } from "./second-opinions.server";
import { tellCase } from "./tidings.server";
import { tiedIds, tiesOf } from "./ties.server";

type ConflictRefusal = "conflict_not_disclosed" | "alternatives_missing";
export type SubmitReportRefusal = MoveRefusal | Requirement;

/** Goes on from the visit to the report, which may hold findings noted on the spot. Writes report, the step and the journal. */
export async function startReport(tx: Writer, expert: Expert, seen: SeenCase): Promise<Outcome<Report, MoveRefusal>> {
  const found = await caseToMove(tx, expert, seen, "report_draft");
  if (!found.ok) return found;
  const about = await writeStep(tx, expert, found.value, "report_draft");
  return done(await draftOf(tx, expert, about));
}

/** Saves the report's own text and target; findings and recommendations are saved one by one. */
export async function saveReport(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  { edit, ...form }: ReportForm,
): Promise<Outcome<{ id: string }, EditRefusal>> {
  const draft = await reportToEdit(tx, expert, diagnosisId, edit);
  if (!draft.ok) return draft;
  await noteEdit(tx, expert, draft.value, { action: "report.saved", id: draft.value.id }, form);
  return done({ id: draft.value.id });
}

/**
 * Hands the report to the park. Refuses one without the on-site assessment, summary, target level, findings, or a
 * recommendation for every finding, and one that breaks the rule on conflicts of interest.
 * Writes the report, the step, the journal and a notice to the park.
 */
export async function submitReport(
  tx: Writer,
  expert: Expert,
  seen: SeenCase,
): Promise<Outcome<Diagnosis, SubmitReportRefusal>> {
  const found = await caseToMove(tx, expert, seen, "report_review");
  if (!found.ok) return found;
  const draft = await newestReport(tx, found.value.id);
  if (!draft) return refused("not_possible");
  const onSite = await onSiteResult(tx, found.value.id);
  const written = await writtenSoFar(tx, found.value, draft);
  const [missing] = missingIn({ ...written, isAssessed: onSite?.status === "finished" });
  if (missing) return refused(missing);
  const about = await writeStep(tx, expert, found.value, "report_review");
  const handedIn = {
    status: "in_review" as const,
    assessmentId: onSite?.id ?? null,
    submittedAt: Date.now(),
    ...noVerdict,
    edit: draft.edit + 1,
  };
  await tx.update(report).set(handedIn).where(eq(report.id, draft.id));
  await recordReport(tx, expert, about, { ...draft, ...handedIn }, "report.submitted", independence(written.conflict));
  await tellCase(tx, expert, about, ["park"], "report.submitted");
  return done(about);
}

/** Sends the report back to the expert, with a reason; the report's clock goes on. */
export async function returnReport(
  tx: Writer,
  staff: ParkStaff,
  seen: SeenCase,
  said: Said,
): Promise<Outcome<Diagnosis, MoveRefusal>> {
  const found = await caseToMove(tx, staff, seen, "report_draft", said);
  if (!found.ok) return found;
  const handedIn = await newestReport(tx, found.value.id);
  if (!handedIn) return refused("not_possible");
  const about = await writeStep(tx, staff, found.value, "report_draft", said);
  const returned = { status: "draft" as const, edit: handedIn.edit + 1 };
  await tx.update(report).set(returned).where(eq(report.id, handedIn.id));
  await recordReport(tx, staff, about, { ...handedIn, ...returned }, "report.returned");
  await tellCase(tx, staff, about, ["expert"], "report.returned", { text: said.text ?? "" });
  return done(about);
}

/**
 * Issues the report to the enterprise: from now on it is fixed, and what it says of others is kept with it. Issuing approves
 * a disclosed tie; the rule is checked again, since ties may have been declared meanwhile. A corrected version supersedes the
 * one before. Writes the report, the step, the journal and notices.
 */
export async function issueReport(
  tx: Writer,
  staff: ParkStaff,
  seen: SeenCase,
): Promise<Outcome<Diagnosis, MoveRefusal | ConflictRefusal>> {
  const found = await caseToMove(tx, staff, seen, "reported");
  if (!found.ok) return found;
  const handedIn = await newestReport(tx, found.value.id);
  if (handedIn?.status !== "in_review") return refused("not_possible");
  const conflict = await conflictIn(tx, found.value, handedIn);
  const wrong = conflictRefusal(conflict);
  if (wrong) return refused(wrong);
  const about = await writeStep(tx, staff, found.value, "reported");
  const issued = await keepIssued(tx, staff, about, handedIn);
  await recordReport(tx, staff, about, issued, "report.issued", independence(conflict));
  const isCorrection = await supersede(tx, staff, about, issued);
  await tellCase(tx, staff, about, ["enterprise"], isCorrection ? "report.corrected" : "report.issued", {
    text: issued.correctionNote,
  });
  await tellCase(tx, staff, about, ["expert"], "report.issued_expert");
  return done(about);
}

async function keepIssued(tx: Writer, staff: ParkStaff, about: Diagnosis, handedIn: Report): Promise<Report> {
  const [findings, recommendations] = [await findingsOf(tx, handedIn.id), await recommendationsOf(tx, handedIn.id)];
  const facts = await liveFacts(tx, about, { report: handedIn, findings, recommendations });
  if (!facts) throw new Error(`case ${about.id} without its enterprise`);
  const issued = {
    status: "issued" as const,
    issuedAt: Date.now(),
    issuedByUserId: staff.userId,
    frozen: { ...facts, issuedByName: staff.userName } satisfies Frozen,
    edit: handedIn.edit + 1,
  };
  await tx.update(report).set(issued).where(eq(report.id, handedIn.id));
  return { ...handedIn, ...issued };
}

/** What the journal keeps of the rule on conflicts. */
function independence({ tied, isDisclosed, tiedProviderIds }: TiedConflict): Record<string, unknown> {
  return { tied, isDisclosed, ties: tiedProviderIds };
}

type TiedConflict = ConflictFinding & { tiedProviderIds: string[] };

async function writtenSoFar(tx: Writer, about: Diagnosis, { id, summary, targetLevel, ...draft }: Report) {
  const findingIds = (await findingsOf(tx, id)).map((finding) => finding.id);
  const advisedFindingIds = (await recommendationsOf(tx, id)).map(({ findingId }) => findingId);
  const conflict = await conflictIn(tx, about, { id, ...draft });
  return { summary, targetLevel, findingIds, advisedFindingIds, conflict };
}

async function conflictIn(
  tx: Writer,
  about: Diagnosis,
  draft: Pick<Report, "id" | "disclosure">,
): Promise<TiedConflict> {
  const recommendations = await recommendationsOf(tx, draft.id);
  const named = await namedSolutions(
    tx,
    recommendations.flatMap(({ solutionIds }) => solutionIds),
  );
  const tiedProviderIds = tiedIds(await tiesOf(tx, about.expertUserId, about.enterpriseId));
  const found = conflictOf({
    recommendations: recommendations.map(({ no, solutionIds }) => ({
      no,
      solutions: named.filter(({ solutionId }) => solutionIds.includes(solutionId)),
    })),
    tiedProviderIds,
    disclosure: draft.disclosure,
  });
  return { ...found, tiedProviderIds };
}
