/** One enquiry with its conversation, as either side may read it. */
import { asc, eq } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import { enquiryAnswer } from "#db/schema/projects.server";
import { one, type Reader } from "#db/store.server";
import { enquiryRow, type EnquiryActor } from "./enquiry-moves.server";
import { holderOf, stateAt } from "./enquiry-status";

export type EnquiryAnswer = Omit<typeof enquiryAnswer.$inferSelect, "enquiryId" | "byUserId">;

/** One enquiry with its conversation, or null when it is not this side's. The recommendation is the enterprise's alone. */
export async function enquiryFor(db: Reader, actor: EnquiryActor, id: string) {
  const row = await enquiryRow(db, actor, id);
  if (!row) return null;
  const { id: rowId, message, contactName, contactPhone, createdAt, statusSince, expiresAt } = row;
  const answers = await answersOf(db, rowId);
  const state = stateAt(row, Date.now());
  return {
    ...{ id: rowId, message, contactName, contactPhone, createdAt, statusSince, expiresAt },
    state,
    holder: holderOf(state),
    recommendationId: actor.kind === "enterprise" ? row.recommendationId : null,
    solution: await askedSolution(db, row),
    enterprise: await askingEnterprise(db, row.enterpriseId),
    provider: await answeringProvider(db, row.providerId),
    answers,
    quote: answers.findLast((answer) => answer.priceFen !== null) ?? null,
  };
}

export type EnquiryDetail = NonNullable<Awaited<ReturnType<typeof enquiryFor>>>;

function answersOf(db: Reader, enquiryId: string): Promise<EnquiryAnswer[]> {
  return db
    .select({
      id: enquiryAnswer.id,
      bySide: enquiryAnswer.bySide,
      text: enquiryAnswer.text,
      priceFen: enquiryAnswer.priceFen,
      days: enquiryAnswer.days,
      validUntil: enquiryAnswer.validUntil,
      reason: enquiryAnswer.reason,
      at: enquiryAnswer.at,
    })
    .from(enquiryAnswer)
    .where(eq(enquiryAnswer.enquiryId, enquiryId))
    .orderBy(asc(enquiryAnswer.at), asc(enquiryAnswer.id));
}

/** The version the enterprise saw, and whether its listing can be read today. */
function askedSolution(db: Reader, row: { solutionId: string; versionId: string }) {
  return one(
    db
      .select({ slug: solution.slug, status: solution.status, title: solutionVersion.title })
      .from(solution)
      .innerJoin(solutionVersion, eq(solutionVersion.id, row.versionId))
      .where(eq(solution.id, row.solutionId)),
  );
}

/** What a provider may know of who asks: name, industry, place and size; never scores or reports. */
function askingEnterprise(db: Reader, id: string) {
  return one(
    db
      .select({
        name: organisation.name,
        regionCode: organisation.regionCode,
        parkSlug: organisation.parkSlug,
        industryCode: enterprise.industryCode,
        employees: enterprise.employees,
      })
      .from(organisation)
      .leftJoin(enterprise, eq(enterprise.organisationId, organisation.id))
      .where(eq(organisation.id, id)),
  );
}

function answeringProvider(db: Reader, id: string) {
  return one(
    db
      .select({ name: organisation.name, slug: provider.slug, status: provider.status })
      .from(organisation)
      .leftJoin(provider, eq(provider.organisationId, organisation.id))
      .where(eq(organisation.id, id)),
  );
}
