/** One question to several providers: each gets an enquiry of its own and learns nothing of the others. */
import { newId } from "#db/ids.server";
import { eq } from "drizzle-orm";
import { enquiry } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { AskForm } from "./enquiry-form";
import { liveSolution, openEnquiryFor, sendEnquiry, type Asker, type SendRefusal } from "./send-enquiry.server";

export type AskRefusal = SendRefusal | "same_provider";
/** Where to read on: the enquiry itself, or the bundle it belongs to. */
export type Asked = { enquiryId: string; bundleId: string | null };

/**
 * Sends the same words to the providers of one to five solutions, to all or to none; two and more are tied by a bundle. The
 * same id sent again is the same sending. Refuses two solutions of one provider, and whatever `sendEnquiry` refuses of any.
 * Writes enquiries, journal, notices; marks the recommendation enquired.
 */
export async function askProviders(
  tx: Writer,
  member: Asker,
  { solutions, ...form }: AskForm,
): Promise<Outcome<Asked, AskRefusal>> {
  const before = await sentBefore(tx, form.id);
  if (before) return before.enterpriseId === member.organisationId ? done(before) : refused("id_taken");
  const refusal = await whyNot(tx, member, solutions);
  if (refusal) return refused(refusal);
  const bundleId = solutions.length > 1 ? newId("bun") : null;
  for (const [index, solution] of solutions.entries()) {
    const own = { ...form, solution, id: index === 0 ? form.id : newId("enq") };
    const outcome = await sendEnquiry(tx, member, own, { bundleId });
    if (!outcome.ok) throw new Error(`enquiry of a bundle refused: ${outcome.reason}`);
  }
  return done({ enquiryId: form.id, bundleId });
}

async function sentBefore(db: Reader, id: string) {
  const { enterpriseId, bundleId } = enquiry;
  return one(db.select({ enquiryId: enquiry.id, enterpriseId, bundleId }).from(enquiry).where(eq(enquiry.id, id)));
}

/** Everything is asked before anything is written. */
async function whyNot(db: Reader, member: Asker, slugs: readonly string[]): Promise<AskRefusal | null> {
  const providers = new Set<string>();
  for (const slug of slugs) {
    const live = await liveSolution(db, slug);
    if (!live) return "not_live";
    if (providers.has(live.providerId)) return "same_provider";
    providers.add(live.providerId);
    if (await openEnquiryFor(db, member, live.solutionId)) return "open_already";
  }
  return null;
}
