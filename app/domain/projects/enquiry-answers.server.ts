/** The conversation of an enquiry: acknowledged, answered, quoted, replied to. */
import { eq } from "drizzle-orm";
import { enquiry } from "#db/schema/projects.server";
import type { Writer } from "#db/store.server";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { AnswerForm } from "./enquiry-form";
import {
  enquiryRow,
  enquiryToMove,
  moveEnquiry,
  tellSide,
  write,
  type Enquiry,
  type MoveRefusal,
} from "./enquiry-moves.server";
import { ANSWER_DAYS, isOpen, QUOTE_DAYS, stateAt } from "./enquiry-status";
import { DAY_MS } from "./send-enquiry.server";

/** The provider has read it and will answer; its time starts again. Writes enquiry, journal, notice. */
export async function acknowledgeEnquiry(
  tx: Writer,
  member: ProviderMember,
  id: string,
): Promise<Outcome<undefined, MoveRefusal>> {
  const found = await enquiryToMove(tx, member, id, "acknowledged");
  if (!found.ok) return found;
  await moveEnquiry(tx, member, found.value, "acknowledged", { expiresAt: Date.now() + ANSWER_DAYS * DAY_MS });
  await tellSide(tx, member, found.value, "enterprise", "enquiry.acknowledged");
  return done();
}

/**
 * The provider answers; with a price the answer is a quote, which stands until the end of `validUntil` (Shanghai) or 30 days.
 * Refuses a quote whose last day has passed. Writes the answer, enquiry, journal, notice; answers the answer's id.
 */
export async function answerEnquiry(
  tx: Writer,
  member: ProviderMember,
  id: string,
  form: AnswerForm,
): Promise<Outcome<string, MoveRefusal | "valid_until_past">> {
  if (form.price === null) return answerInWords(tx, member, id, form.text);
  const found = await enquiryToMove(tx, member, id, "quoted");
  if (!found.ok) return found;
  const expiresAt = form.validUntil ? endOfDay(form.validUntil) : Date.now() + QUOTE_DAYS * DAY_MS;
  if (expiresAt < Date.now()) return refused("valid_until_past");
  const { text, price: priceFen, days, validUntil } = form;
  const quoteId = await write(tx, member, id, { text, priceFen, days, validUntil });
  await moveEnquiry(tx, member, found.value, "quoted", { expiresAt, ...firstAnswer(found.value) }, { priceFen, days });
  await tellSide(tx, member, found.value, "enterprise", "enquiry.quoted", text);
  return done(quoteId);
}

/** Words alone leave a quote as it is, and acknowledge what was only sent. */
async function answerInWords(
  tx: Writer,
  member: ProviderMember,
  id: string,
  text: string,
): Promise<Outcome<string, MoveRefusal>> {
  const found = await openEnquiry(tx, member, id);
  if (!found.ok) return found;
  const answerId = await write(tx, member, id, { text });
  if (found.value.status === "sent") {
    const expiresAt = Date.now() + ANSWER_DAYS * DAY_MS;
    await moveEnquiry(tx, member, found.value, "acknowledged", { expiresAt, ...firstAnswer(found.value) });
  } else {
    await tx.update(enquiry).set(firstAnswer(found.value)).where(eq(enquiry.id, id));
    await noteWords(tx, member, found.value);
  }
  await tellSide(tx, member, found.value, "enterprise", "enquiry.answered", text);
  return done(answerId);
}

/** The enterprise writes back while the enquiry is open. Writes the answer, journal, notice. */
export async function replyToEnquiry(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  text: string,
): Promise<Outcome<string, MoveRefusal>> {
  const found = await openEnquiry(tx, member, id);
  if (!found.ok) return found;
  const answerId = await write(tx, member, id, { text });
  await noteWords(tx, member, found.value);
  await tellSide(tx, member, found.value, "provider", "enquiry.replied", text);
  return done(answerId);
}

async function openEnquiry(
  tx: Writer,
  member: EnterpriseMember | ProviderMember,
  id: string,
): Promise<Outcome<Enquiry, MoveRefusal>> {
  const found = await enquiryRow(tx, member, id);
  if (!found) return refused("not_found");
  return isOpen(stateAt(found, Date.now())) ? done(found) : refused("not_possible");
}

async function noteWords(tx: Writer, member: EnterpriseMember | ProviderMember, about: Enquiry): Promise<void> {
  await record(tx, member, {
    action: "enquiry.answered",
    subject: { kind: "enquiry", id: about.id },
    ownerOrganisationId: about.enterpriseId,
    after: { bySide: member.kind },
  });
}

function firstAnswer({ firstAnswerAt }: Enquiry) {
  return { firstAnswerAt: firstAnswerAt ?? Date.now() };
}

/** The last millisecond of a day in Shanghai. */
function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59.999+08:00`);
}
