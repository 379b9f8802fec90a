/**
 * What a text is probably about, learned from listings and the scenarios their providers declared: naive Bayes over pairs of
 * characters and words. It knows words that no dictionary has, as far as listings use them.
 */
import { addTo } from "./difference";
import { tokensOf } from "./tokens";

export type Example = { text: string; keys: readonly string[] };

/** Seen in fewer listings, a pair of characters tells nothing. */
const SEEN = 3;
const SMOOTHING = 1;
/** Sum of log ratios from which a guess is better than none. Measured: tests/quality. */
const SURE = 3;
/** A second key must be nearly as likely as the first. */
const NEARLY = 0.8;
const MOST = 2;

/** What listings taught: in how many each key, and each pair of characters or word, stands, and both together. */
export class Lessons {
  #examples = 0;
  readonly #byKey = new Map<string, number>();
  readonly #byToken = new Map<string, Token>();

  /** `by` 1 learns from a listing, -1 forgets it again. */
  take({ text, keys }: Example, by: 1 | -1): void {
    this.#examples += by;
    for (const key of keys) addTo(this.#byKey, key, by);
    for (const each of new Set(tokensOf(text))) {
      const token = this.#byToken.get(each) ?? { seen: 0, with: new Map<string, number>() };
      token.seen += by;
      for (const key of keys) addTo(token.with, key, by);
      if (token.seen === 0) this.#byToken.delete(each);
      else this.#byToken.set(each, token);
    }
  }

  /** Costs a look-up for every pair of characters and key. */
  guess(folded: string): Map<string, number> {
    const tokens = [...new Set(tokensOf(folded))].flatMap((token) => this.#byToken.get(token) ?? []);
    const told = tokens.filter(({ seen }) => seen >= SEEN);
    const sums = [...this.#byKey].map(([key, count]): [string, number] => {
      const share = count / this.#examples;
      return [key, told.reduce((sum, token) => sum + toldBy(token, key, share), 0)];
    });
    return new Map(sums.filter(([, sum]) => sum > 0));
  }
}

/**
 * The likeliest keys, by how much likelier than by chance they are, when that is enough to be sure of something. The same
 * whatever was learned first.
 */
export function surest(guess: ReadonlyMap<string, number>): string[] {
  const scored = [...guess].filter(([, sum]) => sum >= SURE).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return scored
    .filter(([, sum]) => sum >= NEARLY * (scored[0]?.[1] ?? 0))
    .slice(0, MOST)
    .map(([key]) => key);
}

type Token = { seen: number; with: Map<string, number> };

/** How much likelier the key is with the token than without knowing anything, as a logarithm. */
function toldBy(token: Token, key: string, share: number): number {
  return Math.log(((token.with.get(key) ?? 0) + SMOOTHING * share) / (token.seen + SMOOTHING) / share);
}
