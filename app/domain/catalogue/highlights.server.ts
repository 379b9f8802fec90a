/** Short lists of live solutions for pages that are about something else: a scenario, a park, what is new. */
import type { Reader } from "#db/store.server";
import { servesPlace, type Around } from "../scenarios/places";
import type { Reference } from "../scenarios/reference";
import { referenceOf } from "../scenarios/reference.server";
import { publishedCatalogue, type PublishedSolution } from "./published.server";
import { cardOf, type SolutionCard } from "./solution-card";

export type Highlights = { total: number; solutions: SolutionCard[] };

/** The latest published. */
export async function newestSolutions(db: Reader, limit: number): Promise<SolutionCard[]> {
  const { solutions } = await publishedCatalogue(db);
  const reference = await referenceOf(db);
  const newest = [...solutions].sort((a, b) => b.publishedAt - a.publishedAt || b.no - a.no);
  return newest.slice(0, limit).map((solution) => cardOf(solution, reference));
}

/** Those that name the scenario, proven ones first. */
export async function solutionsForScenario(db: Reader, key: string, limit: number): Promise<Highlights> {
  const fitting = (await publishedCatalogue(db)).solutions.filter((solution) => solution.scenarios.includes(key));
  return highlights(await referenceOf(db), fitting, () => 0, limit);
}

/** How many live solutions name each scenario; scenarios without one are absent. */
export async function solutionCountByScenario(db: Reader): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const solution of (await publishedCatalogue(db)).solutions) {
    for (const key of solution.scenarios) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Those that reach a place: what names the park first, then its county or city, then the province, then what is offered everywhere. */
export async function solutionsForPlace(db: Reader, around: Around, limit: number): Promise<Highlights> {
  const fitting = (await publishedCatalogue(db)).solutions.filter((solution) => servesPlace(solution, around));
  return highlights(await referenceOf(db), fitting, (solution) => distanceTo(solution, around), limit);
}

function distanceTo({ parks, regions }: PublishedSolution, around: Around): number {
  if (around.parkSlug !== null && parks.includes(around.parkSlug)) return 0;
  const places = [around.countyCode, around.prefectureCode, around.provinceCode];
  const nearest = places.findIndex((code) => code !== null && regions.includes(code));
  return nearest < 0 ? places.length + 1 : nearest + 1;
}

function highlights(
  reference: Reference,
  fitting: PublishedSolution[],
  rank: (solution: PublishedSolution) => number,
  limit: number,
): Highlights {
  const ranked = fitting
    .map((solution) => ({ solution, rank: rank(solution) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.solution.acceptedProjects - a.solution.acceptedProjects ||
        b.solution.quality - a.solution.quality ||
        a.solution.no - b.solution.no,
    );
  return {
    total: fitting.length,
    solutions: ranked.slice(0, limit).map(({ solution }) => cardOf(solution, reference)),
  };
}
