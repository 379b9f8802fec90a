/** What accepted projects say of a solution: how many there are, and how long they took. */
import { and, eq, isNotNull } from "drizzle-orm";
import { project } from "#db/schema/projects.server";
import type { Reader, Writer } from "#db/store.server";
import { setMeasured } from "~/domain/catalogue/measured.server";
import { medianOf } from "./median";

const DAY_MS = 86_400_000;

/** Counts a solution's accepted projects anew. Writes solution, search index and the catalogue's version. */
export async function measureSolution(tx: Writer, solutionId: string): Promise<void> {
  const accepted = await acceptedOf(tx, solutionId);
  const medianDays = medianOf(accepted.flatMap((row) => daysOf(row) ?? []));
  await setMeasured(tx, solutionId, {
    acceptedProjects: accepted.length,
    medianDays: medianDays === null ? null : Math.round(medianDays),
  });
}

function acceptedOf(db: Reader, solutionId: string) {
  const isAccepted = and(
    eq(project.solutionId, solutionId),
    eq(project.status, "accepted"),
    isNotNull(project.acceptedOn),
  );
  return db.select({ startedOn: project.startedOn, completedOn: project.completedOn }).from(project).where(isAccepted);
}

/** Days from start to delivery; work begun and done on one day took one. */
function daysOf({ startedOn, completedOn }: { startedOn: string; completedOn: string | null }): number | null {
  if (completedOn === null || completedOn < startedOn) return null;
  return Math.max(1, Math.round((Date.parse(completedOn) - Date.parse(startedOn)) / DAY_MS));
}
