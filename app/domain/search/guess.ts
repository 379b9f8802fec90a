/**
 * What a text is probably about, learned from listings and the scenarios their providers declared: naive Bayes over pairs of
 * characters and words. It knows words that no dictionary has, as far as listings use them.
 */
import { tokensOf } from "./tokens";

export type Example = { text: string; keys: readonly string[] };

export type Guess = (folded: string) => string[];

/** Seen in fewer listings, a pair of characters tells nothing. */
const SEEN = 3;
const SMOOTHING = 1;
/** Sum of log ratios from which a guess is better than none. Measured: tests/quality. */
const SURE = 3;
/** A second key must be nearly as likely as the first. */
const NEARLY = 0.8;
const MOST = 2;

/** Counts once; a guess then costs a look-up for every pair of characters and key. */
export function learned(examples: readonly Example[]): Guess {
  const { shares, byToken } = counted(examples);
  const keys = [...shares.keys()];
  return (folded) => {
    const tokens = [...new Set(tokensOf(folded))].flatMap((token) => byToken.get(token) ?? []);
    const told = tokens.filter(({ seen }) => seen >= SEEN);
    const scored = keys
      .map((key) => ({ key, sum: told.reduce((sum, token) => sum + toldBy(token, key, shares.get(key) ?? 1), 0) }))
      .filter(({ sum }) => sum >= SURE)
      .sort((a, b) => b.sum - a.sum);
    return scored
      .filter(({ sum }) => sum >= NEARLY * (scored[0]?.sum ?? 0))
      .slice(0, MOST)
      .map(({ key }) => key);
  };
}

type Token = { seen: number; with: Map<string, number> };

/** How much likelier the key is with the token than without knowing anything, as a logarithm. */
function toldBy(token: Token, key: string, share: number): number {
  return Math.log(((token.with.get(key) ?? 0) + SMOOTHING * share) / (token.seen + SMOOTHING) / share);
}

function counted(examples: readonly Example[]) {
  const byToken = new Map<string, Token>();
  const byKey = new Map<string, number>();
  for (const { text, keys } of examples) {
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? 0) + 1);
    for (const each of new Set(tokensOf(text))) {
      const token = byToken.get(each) ?? { seen: 0, with: new Map<string, number>() };
      byToken.set(each, token);
      token.seen++;
      for (const key of keys) token.with.set(key, (token.with.get(key) ?? 0) + 1);
    }
  }
  return { byToken, shares: new Map([...byKey].map(([key, count]) => [key, count / examples.length])) };
}
