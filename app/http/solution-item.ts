/** A solution as the machine interface names it, the same in every answer. */
import { daysToDeploy } from "~/domain/catalogue/facts";
import type { PublishedSolution } from "~/domain/catalogue/published.server";

export function solutionItem(each: PublishedSolution) {
  return {
    slug: each.slug,
    title: each.title,
    summary: each.summary,
    provider: { slug: each.providerSlug, name: each.providerName },
    industries: each.industries,
    scenarios: each.scenarios,
    deployment: each.deployment,
    priceYuan: { min: yuan(each.priceMinFen), max: yuan(each.priceMaxFen) },
    deployDays: daysToDeploy(each),
  };
}

function yuan(fen: number | null): number | null {
  return fen === null ? null : fen / 100;
}
