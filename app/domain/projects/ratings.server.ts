/** Ratings: an enterprise says once how a project went, its provider answers once. Only accepted projects speak. */
import { and, desc, eq, isNull } from "drizzle-orm";
import { rating } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { RatingForm } from "./project-form";
import { projectRow, tellOfProject } from "./project-moves.server";

type Rating = typeof rating.$inferSelect;

/**
 * Rates an accepted project; the same solution is rated once by an enterprise, whatever the number of its projects. Refuses
 * a project that is not accepted and a second rating. Writes rating, journal (which renews the public pages), notice.
 */
export async function rateProject(
  tx: Writer,
  member: EnterpriseMember,
  projectId: string,
  { text, fit, schedule, service, benefit }: RatingForm,
): Promise<Outcome<undefined, "not_found" | "not_accepted" | "rated_already">> {
  const found = await projectRow(tx, member, projectId);
  if (!found) return refused("not_found");
  if (found.status !== "accepted") return refused("not_accepted");
  if (await ownRating(tx, member, found.solutionId)) return refused("rated_already");
  const { enterpriseId, providerId, solutionId } = found;
  await tx.insert(rating).values({
    ...{ projectId, enterpriseId, providerId, solutionId, fit, schedule, service, benefit, text },
    ...{ byUserId: member.userId, at: Date.now() },
  });
  await record(tx, member, {
    ...{ action: "rating.given", subject: { kind: "rating", id: projectId }, ownerOrganisationId: enterpriseId },
    after: { fit, schedule, service, benefit },
  });
  await tellOfProject(tx, member, found, "provider", "rating.given", text);
  return done();
}

/** The provider answers a rating, once. Writes rating, journal, notice. */
export async function answerRating(
  tx: Writer,
  member: ProviderMember,
  projectId: string,
  text: string,
): Promise<Outcome<undefined, "not_found" | "answered_already">> {
  const found = await projectRow(tx, member, projectId);
  if (!found || !(await ratingOf(tx, projectId))) return refused("not_found");
  const isUnanswered = and(eq(rating.projectId, projectId), isNull(rating.answeredAt));
  const answered = { answer: text, answeredAt: Date.now(), answeredByUserId: member.userId };
  const written = await tx.update(rating).set(answered).where(isUnanswered).returning({ id: rating.projectId });
  if (written.length === 0) return refused("answered_already");
  await record(tx, member, {
    ...{ action: "rating.answered", subject: { kind: "rating", id: projectId } },
    ownerOrganisationId: found.enterpriseId,
  });
  await tellOfProject(tx, member, found, "enterprise", "rating.answered", text);
  return done();
}

/** What was said of a project, without who wrote it; the caller has asked whether the actor may see it. */
export function ratingOf(db: Reader, projectId: string) {
  const { fit, schedule, service, benefit, text, at, answer, answeredAt } = rating;
  return one(
    db
      .select({ fit, schedule, service, benefit, text, at, answer, answeredAt })
      .from(rating)
      .where(eq(rating.projectId, projectId)),
  );
}

/** The enterprise's rating of a solution, by whichever of its projects. */
export function ownRating(db: Reader, member: { organisationId: string }, solutionId: string): Promise<Rating | null> {
  const isOwn = and(eq(rating.solutionId, solutionId), eq(rating.enterpriseId, member.organisationId));
  return one(db.select().from(rating).where(isOwn).orderBy(desc(rating.at)).limit(1));
}
