/** The conversation of an enquiry: acknowledged, answered, replied to. Offers are quotes.server.ts. */
import { eq } from "drizzle-orm";
import { enquiry } from "#db/schema/projects.server";
import type { Writer } from "#db/store.server";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import {
  enquiryRow,
  enquiryToMove,
  firstAnswer,
  moveEnquiry,
  tellSide,
  write,
  type Enquiry,
  type MoveRefusal,
} from "./enquiry-moves.server";
import { ANSWER_DAYS, DAY_MS, isOpen, stateAt } from "./enquiry-status";

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
 * The provider answers in words, which leave a quote as it is and acknowledge what was only sent. Writes the answer, enquiry,
 * journal, notice; answers the answer's id.
 */
export async function answerEnquiry(
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
