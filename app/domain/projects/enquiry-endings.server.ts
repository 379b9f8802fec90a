/** How an enquiry ends without a contract: someone declines, or the enterprise withdraws. Accepting is acceptance.server.ts. */
import type { Writer } from "#db/store.server";
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
import { settleQuotes } from "./quotes.server";

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
  await settleQuotes(tx, id, "declined");
  await moveEnquiry(tx, actor, found.value, to, {}, { reason });
  const other = actor.kind === "enterprise" ? "provider" : "enterprise";
  await tellSide(tx, actor, found.value, other, `enquiry.${to}`, text);
  return done();
}
