/** Who may fill in a re-assessment: the enterprise its own, the expert of the case the one on site. */
import { and, eq } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { effect } from "#db/schema/clinic-after.server";
import { diagnosis } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { OnSiteCheck } from "~/domain/assessment/ownership.server";
import { startReassessment } from "~/domain/assessment/reassessment.server";
import type { EnterpriseMember, Expert } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";

/** The enterprise of an open effect whose assessment before was this expert's visit, else null. */
export const ofExpert: OnSiteCheck = async (db, expert, effectId) => {
  const found = await effectOfExpert(db, expert, effectId);
  return found && found.status === "open" ? { enterpriseId: found.enterpriseId } : null;
};

/** An effect as the expert of the case before may see it, or null. */
export function effectOfExpert(db: Reader, expert: Expert, effectId: string) {
  return one(
    db
      .select({
        id: effect.id,
        status: effect.status,
        stage: effect.stage,
        edit: effect.edit,
        enterpriseId: effect.enterpriseId,
        enterpriseName: organisation.name,
        assessmentId: effect.assessmentId,
        baseAssessmentId: effect.baseAssessmentId,
      })
      .from(effect)
      .innerJoin(assessment, eq(assessment.id, effect.baseAssessmentId))
      .innerJoin(diagnosis, eq(diagnosis.id, assessment.diagnosisId))
      .innerJoin(organisation, eq(organisation.id, effect.enterpriseId))
      .where(and(eq(effect.id, effectId), eq(diagnosis.expertUserId, expert.userId), eq(assessment.source, "on_site"))),
  );
}

/**
 * Begins or resumes the re-assessment of an effect under the scheme version of the assessment before. Refuses an effect that
 * is not the actor's ("not_found"), one that is no longer open, and an on-site one to the enterprise ("not_yours"). Writes
 * effect, assessment and journal.
 */
export async function beginReassessment(
  tx: Writer,
  actor: EnterpriseMember | Expert,
  effectId: string,
): Promise<Outcome<{ id: string }, "not_found" | "not_open" | "not_yours">> {
  const row = await one(tx.select().from(effect).where(eq(effect.id, effectId)));
  const isTheirs =
    actor.kind === "enterprise"
      ? row?.enterpriseId === actor.organisationId
      : (await effectOfExpert(tx, actor, effectId)) !== null;
  if (!row || !isTheirs) return refused("not_found");
  if (row.status !== "open") return refused("not_open");
  const begun = await startReassessment(tx, actor, { effectId, baseId: row.baseAssessmentId }, ofExpert);
  if (!begun.ok) return begun;
  if (row.assessmentId !== begun.value.id) {
    await tx
      .update(effect)
      .set({ assessmentId: begun.value.id, edit: row.edit + 1 })
      .where(eq(effect.id, effectId));
  }
  return done({ id: begun.value.id });
}
