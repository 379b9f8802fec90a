/** A solution as the machine interface names it, the same in every answer. */
import type { z } from "zod";
import { daysToDeploy } from "~/domain/catalogue/facts";
import type { PublishedSolution } from "~/domain/catalogue/published.server";
import type { Solution } from "./api-shapes";

export function solutionItem(each: PublishedSolution): z.input<typeof Solution> {
  return {
    slug: each.slug,
    title: each.title,
    summary: each.summary,
    provider: { slug: each.providerSlug, name: each.providerName },
    industries: [...each.industries],
    scenarios: [...each.scenarios],
    deployment: [...each.deployment],
    priceYuan: { min: yuanOf(each.priceMinFen), max: yuanOf(each.priceMaxFen) },
    deployDays: daysToDeploy(each),
  };
}

export function yuanOf(fen: number): number;
export function yuanOf(fen: number | null): number | null;
export function yuanOf(fen: number | null): number | null {
  return fen === null ? null : fen / 100;
}
