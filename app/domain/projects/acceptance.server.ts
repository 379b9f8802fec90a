/** One quote is accepted: the others sent with it are declined, and a project opens. */
import { and, asc, eq, ne } from "drizzle-orm";
import { enquiry } from "#db/schema/projects.server";
import type { Reader, Writer } from "#db/store.server";
import { markRecommendation } from "~/domain/clinic/recommendations.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { declineEnquiry, withdrawEnquiry } from "./enquiry-endings.server";
import type { EndForm } from "./enquiry-form";
import { enquiryRow, enquiryToMove, moveEnquiry, type Enquiry, type MoveRefusal } from "./enquiry-moves.server";
import { isOpen, mayMove, reasonsOf, stateAt } from "./enquiry-status";
import { openProject, projectOfEnquiry } from "./project-opening.server";
import { latestOf } from "./quote";
import type { AcceptForm } from "./quote-form";
import { quotesOf, settleQuotes } from "./quotes.server";

export type AcceptRefusal = MoveRefusal | "quote_changed" | "reason_not_yours" | "words_missing";

/**
 * The enterprise accepts the quote it read; answers the project's id, the same one when it is accepted again. Its
 * recommendation becomes adopted; enquiries sent with it that are still open end with `reason` and `text`. Refuses when a
 * newer quote has come meanwhile or its time has passed, and an end of the others without words. Writes enquiry, quote, project, answers, recommendation, journal,
 * notices.
 */
export async function acceptQuote(
  tx: Writer,
  member: EnterpriseMember,
  { enquiry: enquiryId, quote: quoteId, reason, text }: AcceptForm,
): Promise<Outcome<string, AcceptRefusal>> {
  const opened = await openedBefore(tx, member, enquiryId, quoteId);
  if (opened) return done(opened);
  const found = await enquiryToMove(tx, member, enquiryId, "accepted");
  if (!found.ok) return found;
  const offer = latestOf(await quotesOf(tx, [enquiryId]));
  if (offer?.id !== quoteId || offer.status !== "sent") return refused("quote_changed");
  if (!reasonsOf.enterprise.includes(reason)) return refused("reason_not_yours");
  const others = await openOthers(tx, found.value);
  if (others.length > 0 && text === "") return refused("words_missing");
  await settleQuotes(tx, enquiryId, "accepted");
  await moveEnquiry(tx, member, found.value, "accepted", {}, { quoteId });
  await endOthers(tx, member, others, { reason, text });
  const { recommendationId } = found.value;
  if (recommendationId) await markRecommendation(tx, member, recommendationId, "adopted");
  return done(await openProject(tx, member, found.value, offer));
}

/** The project of this very quote, when a colleague or a second click has accepted it already. */
async function openedBefore(tx: Writer, member: EnterpriseMember, enquiryId: string, quoteId: string) {
  const own = await enquiryRow(tx, member, enquiryId);
  const opened = own && (await projectOfEnquiry(tx, member, own.id));
  return opened?.quoteId === quoteId ? opened.id : null;
}

/** What was sent together with it and waits for somebody; what has ended or expired stays as it is. */
async function openOthers(db: Reader, accepted: Enquiry): Promise<Enquiry[]> {
  if (accepted.bundleId === null) return [];
  const isOther = and(
    eq(enquiry.bundleId, accepted.bundleId),
    eq(enquiry.enterpriseId, accepted.enterpriseId),
    ne(enquiry.id, accepted.id),
  );
  const rows = await db.select().from(enquiry).where(isOther).orderBy(asc(enquiry.id));
  return rows.filter((row) => isOpen(stateAt(row, Date.now())));
}

/** Each is told in its own enquiry. */
async function endOthers(tx: Writer, member: EnterpriseMember, others: Enquiry[], form: EndForm): Promise<void> {
  for (const { id, status } of others) {
    const end = mayMove("enterprise", status, "declined") ? declineEnquiry : withdrawEnquiry;
    const outcome = await end(tx, member, id, form);
    if (!outcome.ok) throw new Error(`${id} of a bundle was not ended: ${outcome.reason}`);
  }
}
