/** The report while it is being written: who may change it, and that it changed. */
import { and, desc, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { finding, recommendation, report } from "#db/schema/clinic.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";

export type Report = typeof report.$inferSelect;
export type Finding = typeof finding.$inferSelect;
export type Recommendation = typeof recommendation.$inferSelect;

/** not_editable: handed in or issued; what the park has read does not change under its eyes. */
export type EditRefusal = "not_found" | "stale" | "not_editable";

/** The newest report of a case, or null. */
export function newestReport(db: Reader, diagnosisId: string): Promise<Report | null> {
  return one(db.select().from(report).where(eq(report.diagnosisId, diagnosisId)).orderBy(desc(report.number)));
}

/** Every report of a case, the newest first. Scoped by the case, which the caller has read as its actor. */
export function reportsOfCase(db: Reader, diagnosisId: string): PromiseLike<Report[]> {
  return db.select().from(report).where(eq(report.diagnosisId, diagnosisId)).orderBy(desc(report.number));
}

/**
 * The draft of a case on site or being written up: the one begun, else a new one. What is noted on the shop floor is in
 * the report before the report is begun at the desk. Writes report and journal when it is new.
 */
export async function draftOf(tx: Writer, expert: Expert, about: Diagnosis): Promise<Report> {
  const present = await newestReport(tx, about.id);
  if (present) return present;
  const begun = {
    id: newId("rpt"),
    diagnosisId: about.id,
    enterpriseId: about.enterpriseId,
    number: 1,
    status: "draft" as const,
    createdAt: Date.now(),
  };
  const [draft] = await tx.insert(report).values(begun).returning();
  if (!draft) throw new Error("report insert returned no row");
  await recordReport(tx, expert, about, draft, "report.begun");
  return draft;
}

/** The findings of a report by number. Scoped by the report, which the caller has read as its actor. */
export async function findingsOf(db: Reader, reportId: string): Promise<Finding[]> {
  return db.select().from(finding).where(eq(finding.reportId, reportId)).orderBy(finding.no);
}

/** The recommendations of a report by number, scoped as its findings are. */
export async function recommendationsOf(db: Reader, reportId: string): Promise<Recommendation[]> {
  return db.select().from(recommendation).where(eq(recommendation.reportId, reportId)).orderBy(recommendation.no);
}

/** The draft report of a case on site or being written up, when nobody changed it since `edit`. */
export async function reportToEdit(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  edit: number,
): Promise<Outcome<Report, EditRefusal>> {
  const about = await diagnosisFor(tx, expert, diagnosisId);
  const draft = about && (await newestReport(tx, about.id));
  if (!draft) return refused("not_found");
  const isTheirTurn = about.status === "on_site" || about.status === "report_draft";
  if (!isTheirTurn || draft.status !== "draft") return refused("not_editable");
  return draft.edit === edit ? done(draft) : refused("stale");
}

/** Notes in the report and the journal that a draft changed. Writes report and journal. */
export async function noteEdit(
  tx: Writer,
  expert: Expert,
  draft: Report,
  what: { action: string; id: string },
  change: Partial<typeof report.$inferInsert> = {},
): Promise<void> {
  await tx
    .update(report)
    .set({ ...change, edit: draft.edit + 1 })
    .where(and(eq(report.id, draft.id), eq(report.edit, draft.edit)));
  await record(tx, expert, {
    action: what.action,
    subject: { kind: "report", id: draft.id },
    ownerOrganisationId: draft.enterpriseId,
    after: { id: what.id },
  });
}

/** Writes the journal entry of a report's own change of status. */
export async function recordReport(
  tx: Writer,
  actor: CaseActor,
  about: Diagnosis,
  changed: Report,
  action: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  await record(tx, actor, {
    action,
    subject: { kind: "report", id: changed.id },
    ownerOrganisationId: about.enterpriseId,
    parkSlug: about.parkSlug,
    regionCode: about.regionCode,
    after: { status: changed.status, number: changed.number, ...more },
  });
}
