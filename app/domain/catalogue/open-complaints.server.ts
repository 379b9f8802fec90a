import { and, eq, or } from "drizzle-orm";
import { solution } from "#db/schema/catalogue.server";
import { complaint } from "#db/schema/moderation.server";
import { one, type Reader } from "#db/store.server";

/** Whether a complaint about a solution, or about its provider's conduct, still waits for its answer: until then nothing is renewed. */
export async function hasOpenComplaint(db: Reader, solutionId: string): Promise<boolean> {
  const about = or(
    and(eq(complaint.subjectKind, "solution"), eq(complaint.subjectId, solutionId)),
    and(eq(complaint.subjectKind, "provider"), eq(complaint.subjectId, solution.providerId)),
  );
  const found = await one(
    db
      .select({ id: complaint.id })
      .from(solution)
      .innerJoin(complaint, and(eq(complaint.providerId, solution.providerId), eq(complaint.status, "open")))
      .where(and(eq(solution.id, solutionId), about))
      .limit(1),
  );
  return found !== null;
}
