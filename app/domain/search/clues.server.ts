/** What a query is about, when its words name or hint at several things: each word votes, vague ones with less weight. */
import { scenarioOf } from "./lexicon.server";
import type { Part } from "./parts";
import { tokensOf } from "./tokens";

/** A name says what is meant; a need only points at it. */
const NAMED = 2;
const HINTED = 1;
/** A word for a whole scenario (设备), or one that listings of every kind use (客户), is in needs of every kind. */
const VAGUE = 0.4;
/** 订单一多 says more than 订单: for each character beyond two. */
const LONGER = 0.3;
const LONGEST = 5;
/** Fewer votes than this share of the most are an aside. */
const ASIDE = 0.7;

export type About = {
  /** Scenarios and functions most of the words point at, the likeliest first. */
  main: string[];
  /** The others. */
  aside: string[];
  /** Of the first of them: two for a name, about one for a need. */
  votes: number;
};

/**
 * Votes of the parts; a function also has those for its whole scenario. `isCommon` says of a token that many listings have
 * it; `learnt` is what listings teach about the whole text (guess.ts), heard where the words are vague.
 */
export function aboutOf(
  parts: readonly Part[],
  isCommon: (token: string) => boolean,
  learnt: readonly string[],
): About {
  const votes = new Map<string, number>();
  for (const part of parts.filter(({ kind }) => kind === "scenario" || kind === "hint")) {
    const weight = weightOf(part, isCommon);
    for (const key of part.keys) {
      const vote = part.kind === "hint" && key === scenarioOf(key) ? Math.min(VAGUE, weight) : weight;
      votes.set(key, (votes.get(key) ?? 0) + vote);
    }
  }
  const own = (key: string) => votes.get(key) ?? 0;
  const total = (key: string) => own(key) + (scenarioOf(key) === key ? 0 : own(scenarioOf(key)));
  const keys = [...votes.keys()].sort((a, b) => total(b) - total(a));
  const most = Math.max(0, ...keys.map(total));
  const isVague = keys.every((key) => key === scenarioOf(key)) && most < NAMED;
  const isLearnt = isVague && learnt.length > 0;
  const main = isLearnt ? [...learnt] : keys.filter((key) => total(key) >= ASIDE * most);
  return { main, aside: keys.filter((key) => !main.includes(key)), votes: isLearnt ? HINTED : most };
}

function weightOf({ kind, text }: Part, isCommon: (token: string) => boolean): number {
  if (kind === "scenario") return NAMED;
  if (text !== "" && tokensOf(text).every(isCommon)) return VAGUE;
  return HINTED + LONGER * Math.max(0, Math.min(LONGEST, [...text].length) - 2);
}
