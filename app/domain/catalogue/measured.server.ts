import { eq } from "drizzle-orm";
import { solution } from "#db/schema/catalogue.server";
import type { Writer } from "#db/store.server";
import { refreshIndex } from "./published.server";

type Measured = { acceptedProjects: number; medianDays: number | null };

/** Notes what accepted projects say of a solution. Writes solution, search index and the catalogue's version. */
export async function setMeasured(tx: Writer, solutionId: string, measured: Measured): Promise<void> {
  await tx.update(solution).set(measured).where(eq(solution.id, solutionId));
  await refreshIndex(tx, solutionId);
}
