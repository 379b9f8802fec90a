import { eq } from "drizzle-orm";
import { qualification } from "#db/schema/catalogue.server";
import type { Writer } from "#db/store.server";
import type { QualificationCriterion } from "#db/vocabulary/catalogue";
import type { ModerationReason } from "#db/vocabulary/moderation";
import { done, refused, type Outcome } from "~/domain/outcome";
import { qualificationStep } from "./qualification-status";
import { rowOf } from "./qualifications.server";

export type Verdict = {
  criterion: QualificationCriterion;
  verdict: "passed" | "returned";
  reason: ModerationReason | null;
  text: string;
  /** The `edit` of what the moderator saw. */
  seenEdit: number;
};

/**
 * Judges one qualification as staff; moderation asks who may. The same verdict of the same person twice is one (`isNew` false).
 * Refuses: `stale` when the owner changed it after the page was drawn, `not_allowed` when the workflow has no such step.
 * Writes qualification.
 */
export async function judgeAsStaff(
  tx: Writer,
  byUserId: string,
  providerId: string,
  { criterion, verdict, reason, text, seenEdit }: Verdict,
): Promise<Outcome<{ isNew: boolean }, "not_found" | "stale" | "not_allowed">> {
  const row = await rowOf(tx, providerId, criterion);
  if (!row || row.status === "draft") return refused(row ? "not_allowed" : "not_found");
  if (row.edit !== seenEdit) return refused("stale");
  const isRepeated = row.status === verdict && row.decidedByUserId === byUserId && row.decisionText === text;
  if (isRepeated) return done({ isNew: false });
  if (!qualificationStep("staff", row.status, verdict)) return refused("not_allowed");
  await tx
    .update(qualification)
    .set({ status: verdict, decidedAt: Date.now(), decidedByUserId: byUserId, reason, decisionText: text })
    .where(eq(qualification.id, row.id));
  return done({ isNew: true });
}
