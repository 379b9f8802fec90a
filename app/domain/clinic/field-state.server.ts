/** What the field kit shows of a case. */
import { and, desc, eq, inArray } from "drizzle-orm";
import { diagnosis } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import { assessmentOfDiagnosis } from "~/domain/assessment/results.server";
import { readScheme } from "~/domain/assessment/scheme.server";
import { sectionsOf } from "~/domain/assessment/sections";
import type { Expert } from "~/domain/identity/actor";
import { findingsOf, newestReport } from "./draft-report.server";
import { isFieldOpen, type FieldBook, type FieldState } from "./field";
import { diagnosisFor, fence } from "./moves.server";
import { needChoices } from "./needs.server";
import { enterpriseOf } from "./parties.server";
import { photosOfReport } from "./report-photos.server";

/** Answers, findings and photos as the server has them, or null when the case is not this expert's. */
export async function fieldState(db: Reader, expert: Expert, diagnosisId: string): Promise<FieldState | null> {
  const about = await diagnosisFor(db, expert, diagnosisId);
  if (!about) return null;
  const [filled, draft] = await Promise.all([
    assessmentOfDiagnosis(db, { diagnosisId, enterpriseId: about.enterpriseId }),
    newestReport(db, diagnosisId),
  ]);
  const [findings, photos] = draft
    ? await Promise.all([findingsOf(db, draft.id), photosOfReport(db, draft.id)])
    : [[], []];
  return {
    isOpen: isFieldOpen(about) && (draft === null || draft.status === "draft"),
    assessment: filled?.status ?? "none",
    answers: filled?.answers ?? {},
    findings: findings.map(
      ({ id, no, edit, title, scenarioKey, area, severity, description, evidence, expectedGain }) => ({
        ...{ id, no, edit, title, scenarioKey, area, severity, description, evidence, expectedGain },
      }),
    ),
    photos: photos.map(({ id, findingId }) => ({ id, findingId })),
  };
}

/** The questions and the choices of a case, or null when it is not this expert's. */
export async function fieldBook(db: Reader, expert: Expert, diagnosisId: string): Promise<FieldBook | null> {
  const about = await diagnosisFor(db, expert, diagnosisId);
  const shown = about && (await enterpriseOf(db, about.enterpriseId));
  if (!about || !shown) return null;
  const filled = await assessmentOfDiagnosis(db, { diagnosisId, enterpriseId: about.enterpriseId });
  const { scheme } = filled ?? (await readScheme(db));
  const { core, foundation } = await needChoices(db, "without_parks");
  return {
    caseId: about.id,
    enterpriseName: shown.name,
    sections: sectionsOf(scheme),
    scenarios: { core, foundation },
  };
}

/** The cases an expert may open the kit for, the latest visit first. */
export async function fieldCases(db: Reader, expert: Expert): Promise<{ id: string; enterpriseName: string }[]> {
  return db
    .select({ id: diagnosis.id, enterpriseName: organisation.name })
    .from(diagnosis)
    .innerJoin(organisation, eq(organisation.id, diagnosis.enterpriseId))
    .where(and(fence(expert), inArray(diagnosis.status, ["on_site", "report_draft"])))
    .orderBy(desc(diagnosis.statusSince));
}
