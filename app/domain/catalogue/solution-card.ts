/** A live solution as lists draw it: codes replaced by names, price and speed as they are compared. */
import type { Reference } from "~/domain/scenarios/reference";
import { daysToDeploy, entryPriceFen } from "./facts";
import type { PublishedSolution } from "./published.server";

export type Named = { nameZh: string; nameEn: string };

export function cardOf(solution: PublishedSolution, reference: Reference) {
  const {
    slug,
    title,
    summary,
    providerSlug,
    providerName,
    deployment,
    priceModel,
    firstYearCostFen,
    hardware,
    acceptedProjects,
    ai,
    trial,
  } = solution;
  return {
    slug,
    title,
    summary,
    providerSlug,
    providerName,
    deployment,
    priceModel,
    firstYearCostFen,
    hardware,
    acceptedProjects,
    ai,
    trial,
    entryPriceFen: entryPriceFen(solution),
    days: daysToDeploy(solution),
    /** The days are the median of accepted projects, not a declaration. */
    areDaysMeasured: solution.medianDays !== null,
    scenarios: namesOf(solution.scenarios, reference.scenarios),
    /** Empty: all of manufacturing. */
    industries: namesOf(solution.industries, reference.industries),
  };
}

/** What FourFacts and the rows of lists draw. */
export type SolutionCard = ReturnType<typeof cardOf>;

/** Names of known codes in their order; unknown ones are left out. */
export function namesOf(codes: readonly string[], known: ReadonlyMap<string, Named>): Named[] {
  return codes.flatMap((code) => {
    const row = known.get(code);
    return row ? [{ nameZh: row.nameZh, nameEn: row.nameEn }] : [];
  });
}
