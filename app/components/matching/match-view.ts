/** A match as WhyThis draws it: values and sentences, nothing else of the listing. */
import { toldReasons } from "~/domain/matching/reasons";
import type { Match } from "~/domain/matching/score";
import type { PartCode } from "~/domain/matching/weights";
import { levelWords, missingWords, reasonWords, type MatchLanguage } from "./match-words";

export type Why = {
  /** Whole points of 100. */
  score: number;
  parts: { code: PartCode; points: number; of: number; words: string }[];
  /** At most three sentences, strongest first. */
  told: string[];
  /** What is missing or over a limit; also when a listing is made for other levels. */
  missing: string[];
};

export function whyOf(language: MatchLanguage, match: Match): Why {
  return {
    score: match.score,
    parts: match.reasons.map((reason) => ({
      code: reason.code,
      points: reason.points,
      of: reason.of,
      words: reasonWords(language, reason),
    })),
    told: toldReasons(match.reasons).map((reason) => reasonWords(language, reason)),
    missing: [...match.missing.map((missing) => missingWords(language, missing)), ...cautions(language, match)],
  };
}

function cautions(language: MatchLanguage, { reasons }: Match): string[] {
  const fit = reasons.find((reason) => reason.code === "fit");
  return fit && fit.levelsOutside > 0 ? [levelWords(language, fit.levelsOutside)] : [];
}
