/** One enquiry with its conversation, as either side may read it. */
import { asc, eq } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import { enquiryAnswer, project } from "#db/schema/projects.server";
import { one, type Reader } from "#db/store.server";
import { enquiryRow, type EnquiryActor } from "./enquiry-moves.server";
import { holderOf, stateAt } from "./enquiry-status";
import { latestOf } from "./quote";
import { quotesOf } from "./quotes.server";

export type EnquiryAnswer = Pick<typeof enquiryAnswer.$inferSelect, "id" | "bySide" | "text" | "reason" | "at">;

/** One enquiry with its conversation, or null when it is not this side's. The recommendation is the enterprise's alone. */
export async function enquiryFor(db: Reader, actor: EnquiryActor, id: string) {
  const row = await enquiryRow(db, actor, id);
  if (!row) return null;
  const { id: rowId, message, contactName, contactPhone, createdAt, statusSince, expiresAt } = row;
  const [answers, quotes] = await Promise.all([answersOf(db, rowId), quotesOf(db, [rowId])]);
  const state = stateAt(row, Date.now());
  return {
    ...{ id: rowId, message, contactName, contactPhone, createdAt, statusSince, expiresAt },
    state,
    holder: holderOf(state),
    // Whether others were asked as well is the enterprise's alone, like the advice it follows.
    recommendationId: actor.kind === "enterprise" ? row.recommendationId : null,
    bundleId: actor.kind === "enterprise" ? row.bundleId : null,
    projectId: await projectIdOf(db, rowId),
    solution: await askedSolution(db, row),
    enterprise: await askingEnterprise(db, row.enterpriseId),
    provider: await answeringProvider(db, row.providerId),
    ...{ answers, quotes, quote: latestOf(quotes) },
  };
}

export type EnquiryDetail = NonNullable<Awaited<ReturnType<typeof enquiryFor>>>;

function answersOf(db: Reader, enquiryId: string): Promise<EnquiryAnswer[]> {
  return db
    .select({
      id: enquiryAnswer.id,
      bySide: enquiryAnswer.bySide,
      text: enquiryAnswer.text,
      reason: enquiryAnswer.reason,
      at: enquiryAnswer.at,
    })
    .from(enquiryAnswer)
    .where(eq(enquiryAnswer.enquiryId, enquiryId))
    .orderBy(asc(enquiryAnswer.at), asc(enquiryAnswer.id));
}

/** The project it became; either side of the enquiry is a side of the project. */
async function projectIdOf(db: Reader, enquiryId: string): Promise<string | null> {
  const row = await one(db.select({ id: project.id }).from(project).where(eq(project.enquiryId, enquiryId)));
  return row?.id ?? null;
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
