/** What the enterprise decides about a recommendation it will not follow. */
import { and, desc, eq } from "drizzle-orm";
import { journalEntry } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { markRecommendation } from "~/domain/clinic/recommendations.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, type Outcome } from "~/domain/outcome";
import { notAdoptedReasons, type NotAdoptedForm, type NotAdoptedReason } from "./recommendation-form";

const REASON_GIVEN = "recommendation.reason_given";

/** Marks a recommendation not adopted and keeps why in the journal. Refuses once it is decided. Writes recommendation, journal. */
export async function leaveRecommendation(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  form: NotAdoptedForm,
): Promise<Outcome<undefined, "not_found" | "not_possible">> {
  const marked = await markRecommendation(tx, member, id, "not_adopted");
  if (!marked.ok) return marked;
  await record(tx, member, {
    action: REASON_GIVEN,
    subject: { kind: "recommendation", id },
    ownerOrganisationId: member.organisationId,
    after: { reason: form.reason, text: form.text },
  });
  return done();
}

export type NotAdopted = { reason: NotAdoptedReason; text: string; at: number };

/** Why the enterprise did not follow its recommendation, or null. */
export async function whyNotAdopted(db: Reader, member: EnterpriseMember, id: string): Promise<NotAdopted | null> {
  const row = await one(
    db
      .select({ at: journalEntry.at, after: journalEntry.after })
      .from(journalEntry)
      .where(
        and(
          eq(journalEntry.subjectKind, "recommendation"),
          eq(journalEntry.subjectId, id),
          eq(journalEntry.action, REASON_GIVEN),
          eq(journalEntry.ownerOrganisationId, member.organisationId),
        ),
      )
      .orderBy(desc(journalEntry.id))
      .limit(1),
  );
  const reason = notAdoptedReasons.find((word) => word === row?.after?.reason);
  return row && reason ? { reason, text: String(row.after?.text ?? ""), at: row.at } : null;
}
