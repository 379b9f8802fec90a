import { inArray } from "drizzle-orm";
import { solutionVersion } from "#db/schema/catalogue.server";
import type { Reader } from "#db/store.server";
import type { SolutionContent } from "~/domain/catalogue/solution-sections";
import type { ProviderMember } from "~/domain/identity/actor";
import { isAnswered } from "./solution-review";
import { pointsForOwner } from "./version-comments.server";

/** What the park asked for and has not yet called settled, for the owner; each with whether its field has changed since. */
export async function pointsOfDraft(db: Reader, member: ProviderMember, solutionId: string, now: SolutionContent) {
  const points = await pointsForOwner(db, member, solutionId);
  if (points.length === 0) return [];
  const ids = points.map(({ versionId }) => versionId);
  const versions = await db.select().from(solutionVersion).where(inArray(solutionVersion.id, ids));
  return points.map((point) => {
    const then = versions.find(({ id }) => id === point.versionId);
    return { ...point, isAnswered: then !== undefined && isAnswered(point.field, then, now) };
  });
}
