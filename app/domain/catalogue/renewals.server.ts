/** A provider says that its listings are still true. */
import { and, asc, eq } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import type { Reader, Writer } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { markChanged } from "./changes.server";
import { freshnessBegins, freshnessOf } from "./freshness";
import { hasOpenComplaint } from "./open-complaints.server";
import { factOf, ownSolutionRow, type SolutionRow } from "./own-solution.server";

/**
 * Confirms one own published solution: its six months begin again, and what had sunk or was hidden is back at once. Refuses
 * `complaint_open` until the complaint is answered, `not_allowed` for what is not published. One confirmed today already stays
 * as it is. Writes solution, journal and the catalogue's version.
 */
export async function renewSolution(
  tx: Writer,
  member: ProviderMember,
  id: string,
  at = Date.now(),
): Promise<Outcome<undefined, "not_found" | "not_allowed" | "complaint_open">> {
  const owned = await ownSolutionRow(tx, member, id);
  if (!owned) return refused("not_found");
  if (owned.status !== "published") return refused("not_allowed");
  if (await hasOpenComplaint(tx, id)) return refused("complaint_open");
  if (isConfirmedOn(owned, at)) return done();
  await tx.update(solution).set({ confirmedAt: at }).where(eq(solution.id, id));
  await markChanged(tx, [owned.no]);
  await record(tx, member, {
    ...factOf(member, id),
    action: "solution.confirmed",
    before: { confirmedAt: owned.confirmedAt },
    after: { confirmedAt: at },
  });
  return done();
}

/** The same for several at once; what may not be confirmed is left as it is and counted. */
export async function renewSolutions(
  tx: Writer,
  member: ProviderMember,
  ids: readonly string[],
  at = Date.now(),
): Promise<{ confirmed: number; refused: number }> {
  let confirmed = 0;
  for (const id of new Set(ids)) if ((await renewSolution(tx, member, id, at)).ok) confirmed += 1;
  return { confirmed, refused: new Set(ids).size - confirmed };
}

/** The member's published solutions with how fresh each is, those that waited longest first. */
export async function ownFreshness(db: Reader, member: ProviderMember, now = Date.now()) {
  const rows = await db
    .select({
      id: solution.id,
      title: solutionVersion.title,
      summary: solutionVersion.summary,
      confirmedAt: solution.confirmedAt,
    })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(and(eq(solution.providerId, member.organisationId), eq(solution.status, "published")))
    .orderBy(asc(solution.confirmedAt), asc(solution.no));
  const shown = [];
  for (const row of rows) {
    const stands = standing(row.confirmedAt, now);
    const isBlocked = stands.freshness !== "fresh" && (await hasOpenComplaint(db, row.id));
    shown.push({ ...row, ...stands, isBlocked });
  }
  return shown;
}

/** How fresh one own solution is; null for what is not published. */
export async function freshnessOfOwn(db: Reader, { id, status, confirmedAt }: SolutionRow, now = Date.now()) {
  if (status !== "published") return null;
  return { confirmedAt, ...standing(confirmedAt, now), isBlocked: await hasOpenComplaint(db, id) };
}

/** `next`: when the state changes to something worse for the listing. */
function standing(confirmedAt: number | null, now: number) {
  const freshness = freshnessOf(confirmedAt, now);
  if (confirmedAt === null || freshness === "hidden") return { freshness, next: null };
  const next = freshness === "fresh" ? "due" : freshness === "sunk" ? "hidden" : "sunk";
  return { freshness, next: freshnessBegins(next, confirmedAt) };
}

function isConfirmedOn({ confirmedAt }: SolutionRow, at: number): boolean {
  return confirmedAt !== null && freshnessOf(confirmedAt, at) === "fresh" && at - confirmedAt < DAY_MS;
}

const DAY_MS = 86_400_000;
