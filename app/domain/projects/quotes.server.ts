/** Quotes: sent by the provider, never changed, superseded by a later one. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { enquiry, quote, quoteLine } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { QuoteStatus } from "#db/vocabulary/projects";
import type { ProviderMember } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { formatMoneyExact } from "~/i18n/format";
import {
  enquiryToMove,
  firstAnswer,
  moveEnquiry,
  tellSide,
  type Enquiry,
  type MoveRefusal,
} from "./enquiry-moves.server";
import { DAY_MS } from "./enquiry-status";
import { endOfDay, latestOf, MAX_VALID_DAYS, sumsOf, type Quote } from "./quote";
import type { QuoteForm } from "./quote-form";

export type QuoteRefusal = MoveRefusal | "id_taken" | "newer_quote" | "valid_until_past" | "valid_until_far";

/**
 * The provider offers; the enquiry stays open to the end of `validUntil` (Shanghai) and an earlier offer is superseded. The
 * same id sent again is the same quote. Refuses when a colleague has sent one since the page was drawn ("newer_quote"), a
 * last day that has passed or lies more than a year ahead. Writes quote, quote_line, enquiry, journal, notice.
 */
export async function sendQuote(
  tx: Writer,
  member: ProviderMember,
  enquiryId: string,
  form: QuoteForm,
): Promise<Outcome<string, QuoteRefusal>> {
  const sentBefore = await isSentBefore(tx, member, form.id);
  if (sentBefore) return sentBefore.isOwn ? done(form.id) : refused("id_taken");
  const found = await enquiryToMove(tx, member, enquiryId, "quoted");
  if (!found.ok) return found;
  const latest = latestOf(await quotesOf(tx, [enquiryId]));
  if ((latest?.number ?? 0) !== form.seen) return refused("newer_quote");
  const expiresAt = endOfDay(form.validUntil);
  if (expiresAt < Date.now()) return refused("valid_until_past");
  if (expiresAt > Date.now() + MAX_VALID_DAYS * DAY_MS) return refused("valid_until_far");
  await settleQuotes(tx, enquiryId, "superseded");
  await insertQuote(tx, member, enquiryId, form);
  const { totalFen, eligibleFen } = sumsOf(
    form.lines.map(({ price, isEligible }) => ({ priceFen: price, isEligible })),
  );
  const facts = { quoteId: form.id, totalFen, eligibleFen, days: form.days };
  await moveEnquiry(tx, member, found.value, "quoted", { expiresAt, ...firstAnswer(found.value) }, facts);
  await tellEnterprise(tx, member, found.value, totalFen);
  return done(form.id);
}

/** What was offered on these enquiries, each enquiry's own in order. The caller has asked whether the actor may see them. */
export async function quotesOf(db: Reader, enquiryIds: readonly string[]): Promise<Quote[]> {
  if (enquiryIds.length === 0) return [];
  const rows = await db
    .select()
    .from(quote)
    .where(inArray(quote.enquiryId, [...enquiryIds]))
    .orderBy(asc(quote.enquiryId), asc(quote.number));
  const lines = await linesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ byUserId: _who, ...row }) => {
    const own = lines.filter(({ quoteId }) => quoteId === row.id).map(({ quoteId: _of, ...each }) => each);
    return { ...row, lines: own, ...sumsOf(own) };
  });
}

/** The offer in force on an enquiry is answered or replaced. Writes quote. */
export async function settleQuotes(tx: Writer, enquiryId: string, to: Exclude<QuoteStatus, "sent">): Promise<void> {
  const isInForce = and(eq(quote.enquiryId, enquiryId), eq(quote.status, "sent"));
  await tx.update(quote).set({ status: to }).where(isInForce);
}

async function isSentBefore(db: Reader, member: ProviderMember, id: string): Promise<{ isOwn: boolean } | null> {
  const row = await one(
    db
      .select({ providerId: enquiry.providerId })
      .from(quote)
      .innerJoin(enquiry, eq(enquiry.id, quote.enquiryId))
      .where(eq(quote.id, id)),
  );
  return row && { isOwn: row.providerId === member.organisationId };
}

async function insertQuote(tx: Writer, member: ProviderMember, enquiryId: string, form: QuoteForm): Promise<void> {
  const { id, seen, days, warrantyMonths, validUntil, note } = form;
  const row = { id, enquiryId, number: seen + 1, days, warrantyMonths, validUntil, note };
  await tx.insert(quote).values({ ...row, status: "sent", byUserId: member.userId, at: Date.now() });
  const lines = form.lines.map(({ text, price, isEligible }, index) => ({
    ...{ id: newId("qln"), quoteId: id, position: index + 1 },
    ...{ text, priceFen: price, isEligible },
  }));
  await tx.insert(quoteLine).values(lines);
}

async function linesOf(db: Reader, quoteIds: readonly string[]) {
  if (quoteIds.length === 0) return [];
  const { quoteId, text, priceFen, isEligible } = quoteLine;
  return db
    .select({ quoteId, text, priceFen, isEligible })
    .from(quoteLine)
    .where(inArray(quoteId, [...quoteIds]))
    .orderBy(asc(quoteId), asc(quoteLine.position));
}

/** The sum is the same in every language. */
async function tellEnterprise(tx: Writer, member: ProviderMember, about: Enquiry, totalFen: number): Promise<void> {
  await tellSide(tx, member, about, "enterprise", "enquiry.quoted", formatMoneyExact("zh-CN", totalFen));
}
