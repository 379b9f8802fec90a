/** The enterprise's side of an effect: begin it, note measured figures, confirm them, take them back to correct them. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { assessment } from "#db/schema/assessment.server";
import { effect } from "#db/schema/clinic-after.server";
import { diagnosis } from "#db/schema/clinic.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { GainMetric } from "#db/vocabulary/clinic";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { dayOf } from "~/i18n/format";
import { paths } from "~/paths";
import type { FigureForm } from "./effect-form";
import { recordEffect, type EffectRow } from "./effect-journal.server";
import { mayEdit, moveOf } from "./effect-status";
import { originsOf } from "./origins.server";

/** Sources an effect can be measured by: the enterprise's own, and the expert's. */
const measurable = ["self", "on_site"] as const;

/** Finished assessments of the enterprise that can stand for the time before, newest first. */
export function basesOf(db: Reader, member: EnterpriseMember) {
  const { id, source, finishedAt, score, level } = assessment;
  return db
    .select({ id, source, finishedAt, score, level })
    .from(assessment)
    .where(
      and(
        eq(assessment.enterpriseId, member.organisationId),
        inArray(assessment.source, [...measurable]),
        eq(assessment.status, "finished"),
        isNull(assessment.effectId),
      ),
    )
    .orderBy(assessment.finishedAt);
}

/**
 * Begins an effect: T1, or T2 once T1 is confirmed, which is held against the same assessment before. Refuses an origin or an
 * assessment that is not the enterprise's ("not_found"), a measurement that is under way or done ("already_begun"), an
 * assessment made after the project was completed ("base_too_late"), and an enterprise of no park, whose effect nobody could
 * confirm ("no_park"). Writes effect and journal; tells the expert who made the assessment before on site.
 */
export async function startEffect(
  tx: Writer,
  member: EnterpriseMember,
  { origin: key, base: baseId }: { origin: string; base: string },
): Promise<Outcome<{ id: string }, "not_found" | "already_begun" | "base_too_late" | "no_park">> {
  if (member.parkSlug === null) return refused("no_park");
  const origin = (await originsOf(tx, member)).find((one) => one.key === key);
  if (!origin) return refused("not_found");
  if (origin.next === null) return refused("already_begun");
  const wanted = origin.baseAssessmentId ?? baseId;
  const base = (await basesOf(tx, member)).find(({ id }) => id === wanted);
  if (!base) return refused("not_found");
  if (origin.completedOn !== null && dayOf(base.finishedAt ?? 0) > origin.completedOn) return refused("base_too_late");
  const { recommendationId, projectId, solutionId, providerId } = origin;
  const row = {
    ...{ id: newId("eff"), enterpriseId: member.organisationId, parkSlug: member.parkSlug },
    ...{ recommendationId, projectId, solutionId, providerId },
    ...{ stage: origin.next, baseAssessmentId: base.id, figures: [], status: "open" as const },
    ...{ createdByUserId: member.userId, createdAt: Date.now() },
  };
  await tx.insert(effect).values(row);
  await recordEffect(tx, member, row, { action: "effect.started", after: { stage: row.stage, base: base.id } });
  if (base.source === "on_site") await askExpert(tx, member, row.id, base.id);
  return done({ id: row.id });
}

async function askExpert(tx: Writer, member: EnterpriseMember, id: string, baseId: string): Promise<void> {
  const visit = await one(
    tx
      .select({ expertUserId: diagnosis.expertUserId })
      .from(assessment)
      .innerJoin(diagnosis, eq(diagnosis.id, assessment.diagnosisId))
      .where(eq(assessment.id, baseId)),
  );
  if (!visit?.expertUserId) return;
  await tell(
    tx,
    { userIds: [visit.expertUserId] },
    { kind: "effect.started", params: { enterprise: member.organisationName }, href: paths.expert.effect(id) },
    member,
  );
}

/**
 * Notes one measured figure; the same metric again replaces it. Refuses what is not the enterprise's, what is no longer open,
 * and a form drawn before another change ("stale"). Writes effect and journal.
 */
export async function noteFigure(tx: Writer, member: EnterpriseMember, id: string, { edit, ...figure }: FigureForm) {
  const { metric, unit, before, after } = figure;
  return changeFigures(tx, member, id, edit, (figures) => [
    ...figures.filter((one) => one.metric !== metric),
    { metric, unit, before, after },
  ]);
}

/** Takes a figure out; refuses as `noteFigure` does. */
export async function removeFigure(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  { edit, metric }: { edit: number; metric: GainMetric },
) {
  return changeFigures(tx, member, id, edit, (figures) => figures.filter((one) => one.metric !== metric));
}

type Refusal = "not_found" | "not_open" | "stale";

async function changeFigures(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  seenEdit: number,
  change: (figures: EffectRow["figures"]) => EffectRow["figures"],
): Promise<Outcome<undefined, Refusal>> {
  const row = await ownEffect(tx, member, id);
  if (!row) return refused("not_found");
  if (row.edit !== seenEdit) return refused("stale");
  if (!mayEdit(row.status)) return refused("not_open");
  const figures = change(row.figures);
  await tx
    .update(effect)
    .set({ figures, edit: row.edit + 1 })
    .where(eq(effect.id, id));
  await recordEffect(tx, member, row, {
    action: "effect.figures_changed",
    before: { figures: row.figures },
    after: { figures },
  });
  return done();
}

/**
 * The enterprise stands by its figures: now the park decides. Refuses what `noteFigure` refuses, an effect without a figure
 * and without a finished re-assessment ("nothing_measured"), and one whose own questionnaire is still being filled in
 * ("assessment_open"). Writes effect and journal; tells the park.
 */
export async function confirmEffect(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  { edit, note }: { edit: number; note: string },
): Promise<Outcome<undefined, Refusal | "nothing_measured" | "assessment_open">> {
  const row = await ownEffect(tx, member, id);
  if (!row) return refused("not_found");
  if (row.edit !== edit) return refused("stale");
  const status = moveOf("confirm", row.status, "enterprise");
  if (status === null) return refused("not_open");
  const again = await one(
    tx
      .select({ status: assessment.status, source: assessment.source })
      .from(assessment)
      .where(eq(assessment.effectId, id)),
  );
  if (again?.status === "draft" && again.source === "self") return refused("assessment_open");
  if (row.figures.length === 0 && again?.status !== "finished") return refused("nothing_measured");
  await tx
    .update(effect)
    .set({ status, note, confirmedByEnterpriseAt: Date.now(), rejection: "", edit: edit + 1 })
    .where(eq(effect.id, id));
  await recordEffect(tx, member, row, {
    action: "effect.enterprise_confirmed",
    before: { status: row.status },
    after: { status, figures: row.figures },
  });
  await tell(
    tx,
    { parkSlug: row.parkSlug ?? "" },
    {
      kind: "effect.enterprise_confirmed",
      params: { enterprise: member.organisationName },
      href: paths.parkDesk.effect(id),
    },
    member,
  );
  return done();
}

/** Takes an effect back to correct it, before the park has confirmed it or after it did not. Writes effect and journal. */
export async function reopenEffect(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  { edit }: { edit: number },
): Promise<Outcome<undefined, Refusal>> {
  const row = await ownEffect(tx, member, id);
  if (!row) return refused("not_found");
  if (row.edit !== edit) return refused("stale");
  const status = moveOf("reopen", row.status, "enterprise");
  if (status === null) return refused("not_open");
  await tx
    .update(effect)
    .set({ status, confirmedByEnterpriseAt: null, edit: edit + 1 })
    .where(eq(effect.id, id));
  await recordEffect(tx, member, row, {
    action: "effect.reopened",
    before: { status: row.status },
    after: { status },
  });
  return done();
}

function ownEffect(db: Reader, member: EnterpriseMember, id: string): Promise<EffectRow | null> {
  return one(
    db
      .select()
      .from(effect)
      .where(and(eq(effect.id, id), eq(effect.enterpriseId, member.organisationId))),
  );
}
