/** How a typed query can be read, from what it says in full to anything it is about. */
import { sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import type { Reader } from "#db/store.server";
import type { Correction } from "./corrections.server";
import { conceptsIn } from "./concepts";
import { foldText } from "./fold.server";
import { learned, type Guess } from "./guess";
import { lexiconOf, type Lexicon } from "./lexicon.server";
import {
  anyOf,
  beginnings,
  butNot,
  conceptTokens,
  constrained,
  everyPart,
  everyPartInFocus,
  fromAnyIndustry,
  narrowed,
  notMeaning,
  scenarioTokens,
  textTokens,
  whateverIndustry,
  type Part,
} from "./query";
import { tokensOf } from "./tokens";
import { typedOf } from "./typed";
import { corrected, foldQuery, partsOf, suspectTokens } from "./understanding.server";
import type { Words } from "./words.server";

export type Understood = {
  parts: Part[];
  phrases: string[];
  excluded: string[];
  corrections: Correction[];
};

/** A token in more listings than this share tells nothing; in a small catalogue, in more than this many. */
const COMMON_SHARE = 0.1;
const COMMON_FEW = 5;
const RAREST = 8;
/** Looser readings are added until a page is full. */
const ENOUGH = 20;

/** What the query says; words no listing has are repaired. `words` is only called for those. */
export async function understand(
  db: Reader,
  typed: string,
  words: () => Words,
  without: readonly string[],
): Promise<Understood> {
  const lexicon = await lexiconOf(db);
  const asked = typedOf(foldQuery(typed));
  const parts = partsOf(asked.words, lexicon);
  const { folded, corrections } = await repaired(db, asked.words, parts, lexicon, words);
  const meant = corrections.length > 0 ? partsOf(folded, lexicon) : parts;
  const guessed = isNamed(meant) ? [] : guessOf(words(), lexicon)(folded);
  return { ...asked, parts: notMeaning([...meant, ...guessPart(guessed)], without), corrections };
}

async function repaired(db: Reader, folded: string, parts: readonly Part[], lexicon: Lexicon, words: () => Words) {
  const suspects = suspectTokens(parts);
  const known = await frequencies(db, suspects);
  if (suspects.every((token) => known.has(token))) return { folded, corrections: [] };
  const all = await frequencies(db, tokensOf(folded));
  return corrected(folded, parts, [lexicon.words(), words()], (token) => !all.has(token));
}

/** Nothing is guessed where the query says what it is about, or only a trade. */
function isNamed(parts: readonly Part[]): boolean {
  return (
    parts.some(({ kind }) => kind === "scenario" || kind === "hint") ||
    !parts.some(({ kind }) => kind === "text" || kind === "hint")
  );
}

/** A guess has no words of its own: it only counts where the query is read for what it is about. */
function guessPart(keys: readonly string[]): Part[] {
  return keys.length === 0 ? [] : [{ kind: "hint", text: "", keys }];
}

const keptGuesses = new WeakMap<Words, Guess>();

function guessOf(words: Words, lexicon: Lexicon): Guess {
  const kept = keptGuesses.get(words);
  if (kept) return kept;
  const guess = learned(
    words.examples.map(({ title, summary, scenarios }) => {
      const folded = foldText(title);
      const named = conceptsIn(folded, lexicon.find, true);
      return { text: `${folded}。${foldText(summary)}`, keys: [...new Set([...scenarios, ...named])] };
    }),
  );
  keptGuesses.set(words, guess);
  return guess;
}

export type Reading = {
  /** How loosely it reads the query; see Hits. */
  tier: number;
  /** Tried only while fewer were found. */
  whileFewer: number;
  expression: () => string | Promise<string>;
};

/** The readings in the order in which they are tried, as FTS5 expressions; empty when one has nothing to say. */
export function readingsOf(db: Reader, { parts, phrases, excluded }: Understood, size: number): Reading[] {
  const exact = narrowed(parts);
  const said: Reading[] = [
    { tier: 0, whileFewer: Infinity, expression: () => everyPartInFocus(exact) },
    { tier: 1, whileFewer: Infinity, expression: () => butNot(everyPart(exact), everyPartInFocus(exact)) },
    { tier: 2, whileFewer: ENOUGH, expression: () => fromAnyIndustry(exact) },
    { tier: 3, whileFewer: ENOUGH, expression: () => whateverIndustry(exact) },
    { tier: 4, whileFewer: ENOUGH, expression: () => everyPartInFocus(parts) },
    { tier: 5, whileFewer: ENOUGH, expression: () => whatItIsAbout(db, parts, size) },
    { tier: 6, whileFewer: 1, expression: () => beginnings(parts) },
  ];
  // Without words, phrases and exclusions are the whole query.
  if (parts.length === 0)
    return [{ tier: 0, whileFewer: Infinity, expression: () => constrained("", phrases, excluded) }];
  return said.map((reading) => ({
    ...reading,
    async expression() {
      const expression = await reading.expression();
      return expression === "" ? "" : constrained(expression, phrases, excluded);
    },
  }));
}

/** Scenarios and functions it names or points at, and the rarest of its words: a long sentence still finds what it is about. */
async function whatItIsAbout(db: Reader, parts: readonly Part[], size: number): Promise<string> {
  const often = await frequencies(db, textTokens(parts));
  const most = Math.max(COMMON_FEW, size * COMMON_SHARE);
  const sorted = [...often].sort((a, b) => a[1] - b[1]);
  const telling = sorted.filter(([, documents]) => documents <= most);
  const rarest = (telling.length > 0 ? telling : sorted.slice(0, 1)).slice(0, RAREST).map(([token]) => token);
  return anyOf([...conceptTokens(parts), ...scenarioTokens(parts), ...rarest]);
}

const frequencyQuery = preparedOnce((db) =>
  db
    .select({ token: sql<string>`term`, documents: sql<number>`doc` })
    .from(sql`solution_vocab`)
    .where(sql`term IN (SELECT value FROM json_each(${sql.placeholder("tokens")}))`)
    .prepare(),
);

/** In how many documents each token stands; tokens of none are missing. */
async function frequencies(db: Reader, tokens: readonly string[]): Promise<Map<string, number>> {
  if (tokens.length === 0) return new Map();
  const rows = await frequencyQuery(db).execute({ tokens: JSON.stringify(tokens) });
  return new Map(rows.map(({ token, documents }) => [token, documents]));
}
