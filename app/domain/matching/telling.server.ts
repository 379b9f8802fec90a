/** Incremental matching: when a solution is published, which enterprises have a better match than before. */
import { count, eq, max, sum } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { enterprise } from "#db/schema/identity.server";
import { referenceFile } from "#db/schema/scenarios.server";
import { one, type Reader } from "#db/store.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { allNeeds } from "./needs.server";
import { followed, gainsOf, thresholdsOf, type Thresholds } from "./thresholds";

type Kept = { needs: string; thresholds: Thresholds };

const keptByDatabase = new WeakMap<object, Kept>();

/**
 * Ids of the enterprises for which a live solution is among the first three matches with at least 75 points; none when it is
 * not live. What everyone's matches were without it is kept in memory: made on the first call of a day, and again when an
 * enterprise or an assessment changed; other changes of the catalogue are followed. Reads only.
 */
export async function enterprisesToTell(db: Reader, solutionId: string, day: string): Promise<string[]> {
  const { solutions, byId } = await publishedCatalogue(db);
  const solution = byId.get(solutionId);
  if (!solution) return [];
  const others = solutions.filter((each) => each !== solution);
  const needs = await stampOfNeeds(db);
  const kept = keptByDatabase.get(db);
  const thresholds =
    kept?.needs === needs && kept.thresholds.day === day
      ? followed(kept.thresholds, others)
      : thresholdsOf(others, await allNeeds(db), day);
  keptByDatabase.set(db, { needs, thresholds });
  return gainsOf(thresholds, solution, solutions);
}

/** Another one after every change of what needs are made from: files count their edits, finished assessments stay as they are. */
export async function stampOfNeeds(db: Reader): Promise<string> {
  const files = await one(db.select({ rows: count(), edits: sum(enterprise.edit) }).from(enterprise));
  const results = await one(
    db
      .select({ rows: count(), last: max(assessment.finishedAt), id: max(assessment.id) })
      .from(assessment)
      .where(eq(assessment.status, "finished")),
  );
  const reference = await one(db.select({ last: max(referenceFile.loadedAt), rows: count() }).from(referenceFile));
  return JSON.stringify([files, results, reference]);
}
