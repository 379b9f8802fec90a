/** An enterprise asks a provider about one solution. */
import { and, eq, gte, inArray } from "drizzle-orm";
import { provider, solution } from "#db/schema/catalogue.server";
import { enquiry } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { freshnessOf } from "~/domain/catalogue/freshness";
import { isLive } from "~/domain/catalogue/published-rows.server";
import { markRecommendation, recommendationFor } from "~/domain/clinic/recommendations.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { SendEnquiryForm } from "./enquiry-form";
import { tellSide } from "./enquiry-moves.server";
import { ANSWER_DAYS, DAY_MS, openStatuses } from "./enquiry-status";

export type SendRefusal = "not_live" | "open_already" | "id_taken";
/** For whom and in whose name an enquiry is sent. */
export type Asker = Pick<EnterpriseMember, "userId" | "organisationId">;

/** The park's group request it belongs to, and the enquiries it was sent together with. */
type Ties = { groupId?: string | null; bundleId?: string | null };

/**
 * Sends an enquiry to the provider of a live solution, about the version shown; answers its id.
 * The same id sent again is the same enquiry. Refuses when the solution is not live, when an open enquiry for it exists, when
 * the id belongs to someone else. Writes enquiry, journal, notice; marks the recommendation enquired. A recommendation that
 * is not the enterprise's own is left out. `groupId`: the group request it belongs to.
 */
export async function sendEnquiry(
  tx: Writer,
  member: Asker,
  form: SendEnquiryForm,
  { groupId = null, bundleId = null }: Ties = {},
): Promise<Outcome<string, SendRefusal>> {
  const sentBefore = await one(tx.select({ owner: enquiry.enterpriseId }).from(enquiry).where(eq(enquiry.id, form.id)));
  if (sentBefore) return sentBefore.owner === member.organisationId ? done(form.id) : refused("id_taken");
  const asked = await liveSolution(tx, form.solution);
  if (!asked) return refused("not_live");
  if (await openEnquiryFor(tx, member, asked.solutionId)) return refused("open_already");
  const recommendation = form.recommendation ? await recommendationFor(tx, member, form.recommendation) : null;
  const now = Date.now();
  const row = {
    ...asked,
    id: form.id,
    enterpriseId: member.organisationId,
    recommendationId: recommendation?.id ?? null,
    groupId,
    bundleId,
    status: "sent" as const,
    message: form.message,
    contactName: form.contactName,
    contactPhone: form.contactPhone,
    createdByUserId: member.userId,
    createdAt: now,
    statusSince: now,
    expiresAt: now + ANSWER_DAYS * DAY_MS,
  };
  await tx.insert(enquiry).values(row);
  if (recommendation) await markRecommendation(tx, member, recommendation.id, "enquired");
  await record(tx, member, {
    action: "enquiry.sent",
    subject: { kind: "enquiry", id: row.id },
    ownerOrganisationId: row.enterpriseId,
    after: { status: row.status, solutionId: row.solutionId, versionId: row.versionId, ...(groupId && { groupId }) },
  });
  await tellSide(tx, member, row, "provider", "enquiry.sent");
  return done(row.id);
}

/** Id of the enquiry about this solution that still waits for somebody, or null. */
export async function openEnquiryFor(db: Reader, member: Asker, solutionId: string): Promise<string | null> {
  const row = await one(
    db
      .select({ id: enquiry.id })
      .from(enquiry)
      .where(
        and(
          eq(enquiry.enterpriseId, member.organisationId),
          eq(enquiry.solutionId, solutionId),
          inArray(enquiry.status, [...openStatuses]),
          gte(enquiry.expiresAt, Date.now()),
        ),
      ),
  );
  return row?.id ?? null;
}

/** The solution at this address when it can be asked about, else null. */
export async function liveSolution(db: Reader, slug: string) {
  const row = await one(
    db
      .select({
        solutionId: solution.id,
        versionId: solution.currentVersionId,
        providerId: solution.providerId,
        confirmedAt: solution.confirmedAt,
      })
      .from(solution)
      .innerJoin(provider, eq(provider.organisationId, solution.providerId))
      .where(and(eq(solution.slug, slug), isLive)),
  );
  if (!row?.versionId || freshnessOf(row.confirmedAt, Date.now()) === "hidden") return null;
  const { confirmedAt: _asked, versionId, ...live } = row;
  return { ...live, versionId };
}
