/** Whose assessment it is: who may fill one in, and what the journal says about its owner. */
import { eq } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { organisation } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { EnterpriseMember, Expert } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";

export type Assessor = EnterpriseMember | Expert;

/** A self-assessment of one's own enterprise, or the on-site one of a clinic case. */
export type Subject =
  { source: "self"; enterpriseId: string } | { source: "on_site"; enterpriseId: string; diagnosisId: string };

/**
 * The clinic's word on a case: its enterprise while the case is assigned to this expert and on site, else null. Of a
 * re-assessment the effect is asked about instead. Given by the caller, because both stand above assessment.
 */
export type OnSiteCheck = (db: Reader, expert: Expert, id: string) => Promise<{ enterpriseId: string } | null>;

type AssessmentRow = typeof assessment.$inferSelect;

/** An enterprise assesses itself; an expert assesses the enterprise of a case that is theirs and on site. */
export async function mayAssess(
  db: Reader,
  actor: Assessor,
  subject: { source: string; enterpriseId: string; diagnosisId?: string | null; effectId?: string | null },
  onSite: OnSiteCheck | null,
): Promise<boolean> {
  if (actor.kind === "enterprise") return subject.source === "self" && subject.enterpriseId === actor.organisationId;
  const about = subject.effectId ?? subject.diagnosisId;
  if (subject.source !== "on_site" || !about || onSite === null) return false;
  const own = await onSite(db, actor, about);
  return own?.enterpriseId === subject.enterpriseId;
}

/** The assessment this actor may change, or null: not yours looks the same as not there. */
export async function writableAssessment(
  db: Reader,
  actor: Assessor,
  id: string,
  onSite: OnSiteCheck | null,
): Promise<AssessmentRow | null> {
  const row = await one(db.select().from(assessment).where(eq(assessment.id, id)));
  return row && (await mayAssess(db, actor, row, onSite)) ? row : null;
}

/** Journals a change of an assessment under its enterprise and the enterprise's park and region. */
export async function recordAssessment(
  tx: Writer,
  actor: Assessor,
  subject: { id: string; enterpriseId: string },
  fact: { action: string; before?: Record<string, unknown>; after?: Record<string, unknown> },
): Promise<void> {
  const owner = await one(
    tx
      .select({ parkSlug: organisation.parkSlug, regionCode: organisation.regionCode })
      .from(organisation)
      .where(eq(organisation.id, subject.enterpriseId)),
  );
  await record(tx, actor, {
    ...fact,
    subject: { kind: "assessment", id: subject.id },
    ownerOrganisationId: subject.enterpriseId,
    parkSlug: owner?.parkSlug ?? null,
    regionCode: owner?.regionCode ?? null,
  });
}
