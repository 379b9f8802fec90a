import { industryCovers } from "~/domain/scenarios/industries";
import type { Random } from "./random";
import type { DemoEnterprise, DemoSolution, World } from "./world";

export type FindSolutions = (scenario: string, enterprise: DemoEnterprise, count: number, random: Random, tied?: readonly string[]) => DemoSolution[];

/** Live solutions for a scenario that serve the enterprise's industry and place, drawn by how readily they are chosen. */
export function solutionFinder(world: World): FindSolutions {
  const known = new Map<string, DemoSolution[]>();
  return (scenario, enterprise, count, random, tied = []) => {
    const key = `${scenario}/${enterprise.industryCode}`;
    let fitting = known.get(key);
    if (!fitting) {
      fitting = world.solutions.filter((one) => one.scenarios.includes(scenario) && industryCovers(one.industries, enterprise.industryCode));
      known.set(key, fitting);
    }
    const near = fitting.filter((one) => serves(one, enterprise) && !tied.includes(one.providerId));
    const chosen: DemoSolution[] = [];
    for (let tries = 0; tries < count * 4 && chosen.length < Math.min(count, near.length); tries += 1) {
      const one = random.weighted(near.map((item) => [item, item.weight] as const));
      if (!chosen.includes(one)) chosen.push(one);
    }
    return chosen;
  };
}

function serves({ parks, regions }: DemoSolution, { parkSlug, countyCode, prefectureCode }: DemoEnterprise): boolean {
  if (parks.length === 0 && regions.length === 0) return true;
  return parks.includes(parkSlug) || regions.includes(countyCode) || regions.includes(prefectureCode);
}
