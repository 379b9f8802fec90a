/** What an enterprise was offered for one need, side by side. Nobody else reads it. */
import { and, asc, eq } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { enquiry } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { stateAt } from "./enquiry-status";
import { projectOfEnquiry } from "./project-opening.server";
import { latestOf } from "./quote";
import { quotesOf } from "./quotes.server";
import { workingHoursBetween } from "./working-hours";

/**
 * The enquiries of a bundle, or one that stands alone, each with its newest quote; the id of a bundled enquiry is answered
 * by its whole bundle. Null when it is not this enterprise's.
 */
export async function quoteComparison(db: Reader, member: EnterpriseMember, id: string) {
  const rows = await enquiriesBehind(db, member, id);
  const [first] = rows;
  if (!first) return null;
  const quotes = await quotesOf(
    db,
    rows.map(({ id: enquiryId }) => enquiryId),
  );
  const now = Date.now();
  const columns = rows.map(
    ({ status, expiresAt, providerStatus, solutionStatus, createdAt, firstAnswerAt, ...row }) => ({
      ...row,
      state: stateAt({ status, expiresAt }, now),
      isListed: solutionStatus === "published" && providerStatus === "open",
      quote: latestOf(quotes.filter(({ enquiryId }) => enquiryId === row.id)),
      responseHours: firstAnswerAt === null ? null : workingHoursBetween(createdAt, firstAnswerAt),
    }),
  );
  const accepted = columns.find(({ state }) => state === "accepted");
  return {
    ...{ id: first.bundleId ?? first.id, message: first.message, createdAt: first.createdAt, columns },
    projectId: accepted ? ((await projectOfEnquiry(db, member, accepted.id))?.id ?? null) : null,
  };
}

export type QuoteComparison = NonNullable<Awaited<ReturnType<typeof quoteComparison>>>;
export type ComparedColumn = QuoteComparison["columns"][number];

async function enquiriesBehind(db: Reader, member: EnterpriseMember, id: string) {
  const isOwn = eq(enquiry.enterpriseId, member.organisationId);
  const [named] = await db
    .select({ bundleId: enquiry.bundleId })
    .from(enquiry)
    .where(and(isOwn, eq(enquiry.id, id)));
  const bundle = named ? named.bundleId : id;
  return db
    .select({
      id: enquiry.id,
      bundleId: enquiry.bundleId,
      status: enquiry.status,
      message: enquiry.message,
      createdAt: enquiry.createdAt,
      firstAnswerAt: enquiry.firstAnswerAt,
      expiresAt: enquiry.expiresAt,
      slug: solution.slug,
      solutionStatus: solution.status,
      title: solutionVersion.title,
      providerName: organisation.name,
      providerStatus: provider.status,
    })
    .from(enquiry)
    .innerJoin(solution, eq(solution.id, enquiry.solutionId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, enquiry.versionId))
    .innerJoin(organisation, eq(organisation.id, enquiry.providerId))
    .leftJoin(provider, eq(provider.organisationId, enquiry.providerId))
    .where(and(isOwn, bundle === null ? eq(enquiry.id, id) : eq(enquiry.bundleId, bundle)))
    .orderBy(asc(enquiry.createdAt), asc(enquiry.id));
}
