/** How an enquiry ends: the quote is accepted, someone declines, or the enterprise withdraws. */
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { enquiryAnswer } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { markRecommendation } from "~/domain/clinic/recommendations.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { EndForm } from "./enquiry-form";
import {
  enquiryToMove,
  moveEnquiry,
  tellSide,
  write,
  type EnquiryActor,
  type MoveRefusal,
} from "./enquiry-moves.server";
import { reasonsOf } from "./enquiry-status";

/**
 * The enterprise accepts the quote it read; its recommendation becomes adopted. Refuses when a newer quote has come meanwhile
 * or its time has passed. Writes enquiry, journal, notice, recommendation.
 */
export async function acceptQuote(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  quoteId: string,
): Promise<Outcome<undefined, MoveRefusal | "quote_changed">> {
  const found = await enquiryToMove(tx, member, id, "accepted");
  if (!found.ok) return found;
  if ((await lastQuoteId(tx, id)) !== quoteId) return refused("quote_changed");
  await moveEnquiry(tx, member, found.value, "accepted", {}, { quoteId });
  const { recommendationId } = found.value;
  if (recommendationId) await markRecommendation(tx, member, recommendationId, "adopted");
  await tellSide(tx, member, found.value, "provider", "enquiry.accepted");
  return done();
}

/** The enterprise declines a quote, or the provider the enquiry. Refuses a reason that is not this side's. */
export function declineEnquiry(tx: Writer, actor: EnquiryActor, id: string, form: EndForm) {
  return end(tx, actor, id, "declined", form);
}

/** The enterprise takes back an enquiry that has no quote yet. */
export function withdrawEnquiry(tx: Writer, member: EnterpriseMember, id: string, form: EndForm) {
  return end(tx, member, id, "withdrawn", form);
}

async function end(
  tx: Writer,
  actor: EnquiryActor,
  id: string,
  to: "declined" | "withdrawn",
  { reason, text }: EndForm,
): Promise<Outcome<undefined, MoveRefusal | "reason_not_yours">> {
  const found = await enquiryToMove(tx, actor, id, to);
  if (!found.ok) return found;
  if (!reasonsOf[actor.kind].includes(reason)) return refused("reason_not_yours");
  await write(tx, actor, id, { text, reason });
  await moveEnquiry(tx, actor, found.value, to, {}, { reason });
  const other = actor.kind === "enterprise" ? "provider" : "enterprise";
  await tellSide(tx, actor, found.value, other, `enquiry.${to}`, text);
  return done();
}

async function lastQuoteId(db: Reader, enquiryId: string): Promise<string | null> {
  const row = await one(
    db
      .select({ id: enquiryAnswer.id })
      .from(enquiryAnswer)
      .where(and(eq(enquiryAnswer.enquiryId, enquiryId), isNotNull(enquiryAnswer.priceFen)))
      .orderBy(desc(enquiryAnswer.at), desc(enquiryAnswer.id))
      .limit(1),
  );
  return row?.id ?? null;
}
