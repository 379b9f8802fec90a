/** Measuring again what changed: the same questionnaire in the same version, begun from the answers before. */
import { eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { assessment } from "#db/schema/assessment.server";
import { one, type Writer } from "#db/store.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { readAnswers } from "./answers";
import { mayAssess, recordAssessment, type Assessor, type OnSiteCheck } from "./ownership.server";
import { readScheme } from "./scheme.server";

type Measure = { effectId: string; baseId: string };

/**
 * Opens the re-assessment of an effect, or answers the one begun already. It has source, scheme and version of the assessment
 * before and begins with its answers, so that what did not change need not be typed again. Refuses a base that is not
 * finished and what is not the actor's ("not_yours"). Writes assessment and journal.
 */
export async function startReassessment(
  tx: Writer,
  actor: Assessor,
  { effectId, baseId }: Measure,
  check: OnSiteCheck | null = null,
): Promise<Outcome<{ id: string }, "not_yours">> {
  const base = await one(tx.select().from(assessment).where(eq(assessment.id, baseId)));
  if (!base || base.status !== "finished") return refused("not_yours");
  const subject = { source: base.source, enterpriseId: base.enterpriseId, effectId };
  if (!(await mayAssess(tx, actor, subject, check))) return refused("not_yours");
  const begun = await one(tx.select({ id: assessment.id }).from(assessment).where(eq(assessment.effectId, effectId)));
  if (begun) return done(begun);
  const { scheme, version } = await readScheme(tx, { key: base.schemeKey, version: base.schemeVersion });
  const id = newId("asm");
  await tx.insert(assessment).values({
    ...{ id, ...subject },
    schemeKey: scheme.key,
    schemeVersion: version,
    status: "draft",
    answers: readAnswers(scheme, base.answers),
    byUserId: actor.userId,
    startedAt: Date.now(),
  });
  await recordAssessment(
    tx,
    actor,
    { id, enterpriseId: base.enterpriseId },
    {
      action: "assessment.reassessment_started",
      after: { source: base.source, scheme: scheme.key, version, effectId },
    },
  );
  return done({ id });
}
