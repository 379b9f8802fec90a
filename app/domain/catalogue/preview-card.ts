import type { Reference } from "~/domain/scenarios/reference";
import { daysToDeploy, entryPriceFen } from "./facts";
import { namesOf } from "./solution-card";
import type { SolutionContent } from "./solution-sections";

type Measured = { acceptedProjects: number; medianDays: number | null };

/** The four facts of a version that is not live yet: what its solution has measured so far and what the version declares. */
export function previewCard(version: SolutionContent, measured: Measured, reference: Reference) {
  return {
    scenarios: namesOf(version.scenarios, reference.scenarios),
    industries: namesOf(version.industries, reference.industries),
    entryPriceFen: entryPriceFen(version),
    priceModel: version.priceModel,
    days: daysToDeploy({ ...measured, deployDays: version.deployDays }),
    areDaysMeasured: measured.medianDays !== null,
    acceptedProjects: measured.acceptedProjects,
    deployment: version.deployment,
    firstYearCostFen: version.firstYearCostFen,
    hardware: version.hardware,
  };
}
