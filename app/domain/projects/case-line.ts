/** A case as a line of a list: names in place of codes. Pure. */
import { divisionOf } from "../scenarios/industries";
import type { Reference } from "../scenarios/reference";
import type { PublicCase } from "./cases.server";

const DAY_MS = 86_400_000;

export function caseLine(reference: Reference, shown: PublicCase) {
  const division = divisionOf(reference, shown.industryCode);
  return {
    slug: shown.slug,
    enterpriseName: shown.enterpriseName,
    solutionTitle: shown.solutionTitle,
    levelBefore: shown.levelBefore,
    levelAfter: shown.levelAfter,
    days: daysTaken(shown),
    industry: division ? namesOf(division) : null,
    scenarios: shown.scenarios.flatMap((key) => {
      const found = reference.scenarios.get(key);
      return found ? [namesOf(found)] : [];
    }),
  };
}

/** Calendar days from the first to the last day of the work, both counted; null when the end was not recorded. */
export function daysTaken({ startedOn, completedOn }: Pick<PublicCase, "startedOn" | "completedOn">): number | null {
  if (completedOn === null) return null;
  const days = Math.round((Date.parse(completedOn) - Date.parse(startedOn)) / DAY_MS) + 1;
  return days > 0 ? days : null;
}

function namesOf(row: { nameZh: string; nameEn: string }) {
  return { nameZh: row.nameZh, nameEn: row.nameEn };
}
