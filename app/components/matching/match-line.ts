/** One row of a list of matches, as its loader makes it. */
import type { Match } from "~/domain/matching/score";
import { whyOf, type Why } from "./match-view";
import type { MatchLanguage } from "./match-words";

export type MatchLine = {
  slug: string;
  title: string;
  summary: string;
  provider: { slug: string; name: string };
  why: Why;
};

export function lineOf(language: MatchLanguage, match: Match): MatchLine {
  const { slug, title, summary, providerSlug, providerName } = match.solution;
  return { slug, title, summary, provider: { slug: providerSlug, name: providerName }, why: whyOf(language, match) };
}
