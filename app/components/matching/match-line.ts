/** One row of a list of matches, as its loader makes it. */
import { cardOf, type SolutionCard } from "~/domain/catalogue/solution-card";
import type { Match } from "~/domain/matching/score";
import { whyOf, type Why } from "./match-view";
import type { MatchLanguage } from "./match-words";

export type MatchLine = { card: SolutionCard; why: Why };

export function lineOf(language: MatchLanguage, match: Match): MatchLine {
  return { card: cardOf(match.solution, language.reference), why: whyOf(language, match) };
}
