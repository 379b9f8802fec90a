import { industryCovers } from "~/domain/scenarios/industries";
import type { Random } from "./random";
import type { DemoEnterprise, DemoSolution, World } from "./world";

export type FindSolutions = (
  scenario: string,
  enterprise: DemoEnterprise,
  count: number,
  random: Random,
  tied?: readonly string[],
) => DemoSolution[];

/** Experts name a product of the trade rather than one for everybody. */
const NEARER = 4;
/** … and one made for the scenario rather than one that also covers it. */
const MADE_FOR_IT = 6;

type Weighted = readonly (readonly [DemoSolution, number])[];

/** Live solutions for a scenario that serve the enterprise's industry and place, drawn by how readily they are chosen. */
export function solutionFinder(world: World): FindSolutions {
  const known = new Map<string, Weighted>();
  const fittingOf = (scenario: string, { industryCode }: DemoEnterprise): Weighted => {
    const key = `${scenario}/${industryCode}`;
    let fitting = known.get(key);
    if (!fitting) {
      const covering = world.solutions.filter(
        (one) => one.scenarios.includes(scenario) && industryCovers(one.industries, industryCode),
      );
      known.set(
        key,
        (fitting = covering.map(
          (one) =>
            [
              one,
              one.weight * (one.industries.length > 0 ? NEARER : 1) * (one.primary === scenario ? MADE_FOR_IT : 1),
            ] as const,
        )),
      );
    }
    return fitting;
  };
  return (scenario, enterprise, count, random, tied = []) => {
    const fitting = fittingOf(scenario, enterprise);
    const chosen: DemoSolution[] = [];
    // Most solutions serve every place: drawing and looking is cheaper than listing those near by each time.
    for (let tries = 0; tries < count * 4 && chosen.length < count && fitting.length > 0; tries += 1) {
      const one = random.weighted(fitting);
      if (serves(one, enterprise) && !tied.includes(one.providerId) && !chosen.includes(one)) chosen.push(one);
    }
    return chosen;
  };
}

function serves({ parks, regions }: DemoSolution, { parkSlug, countyCode, prefectureCode }: DemoEnterprise): boolean {
  if (parks.length === 0 && regions.length === 0) return true;
  return parks.includes(parkSlug) || regions.includes(countyCode) || regions.includes(prefectureCode);
}
