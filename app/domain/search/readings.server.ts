/** How a typed query can be read, from what it says in full to anything it is about. */
import { sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import type { Reader } from "#db/store.server";
import type { Correction } from "./corrections.server";
import { aboutOf, type About } from "./clues.server";
import { guessed } from "./learning.server";
import { lexiconOf, scenarioOf, type Lexicon } from "./lexicon.server";
import {
  anyOf,
  beginnings,
  by,
  constrained,
  declaredAny,
  either,
  everyPart,
  everyPartByWords,
  everyPartInFocus,
  everyPartMadeFor,
  fromAnyIndustry,
  inFocus,
  madeFor,
  mainlyAny,
  narrowed,
  notMeaning,
  scenariosOf,
  textTokens,
  whateverIndustry,
  type Part,
} from "./query";
import { conceptToken, tokensOf } from "./tokens";
import { askedOf, corrected, partsOf, suspectTokens, type Asked, type Operator } from "./understanding.server";
import type { Words } from "./words.server";

export type Understood = Pick<Asked, "said" | "operators"> & {
  parts: Part[];
  about: About;
  /** In how many documents each of its tokens stands; those of none are missing. */
  often: Map<string, number>;
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
  size: number,
  words: () => Words,
  without: readonly string[],
): Promise<Understood> {
  const lexicon = await lexiconOf(db);
  const asked = askedOf(typed);
  const { folded, parts, often, corrections } = await repaired(db, asked.words, lexicon, words);
  const learnt = isSettled(parts) ? [] : guessed(folded, words(), lexicon);
  const allowed = notMeaning([...parts, ...guessPart(isNamed(parts) ? [] : learnt)], without);
  const isCommon = (token: string) => (often.get(token) ?? 0) > mostOf(size);
  const isAllowed = (key: string) => !without.includes(scenarioOf(key));
  const about = aboutOf(allowed, isCommon, learnt.filter(isAllowed));
  const { said, operators } = asked;
  return { said, operators, parts: allowed, about, often, corrections };
}

/** In how many listings a token may be and still tell something. */
function mostOf(size: number): number {
  return Math.max(COMMON_FEW, size * COMMON_SHARE);
}

async function repaired(db: Reader, folded: string, lexicon: Lexicon, words: () => Words) {
  const parts = partsOf(folded, lexicon);
  const often = await frequencies(db, textTokens(parts));
  const asTyped = { folded, parts, often, corrections: [] };
  if (suspectTokens(parts).every((token) => often.has(token))) return asTyped;
  const all = await frequencies(db, tokensOf(folded));
  const repair = corrected(folded, parts, [lexicon.words(), words()], (token) => !all.has(token));
  if (repair.corrections.length === 0) return asTyped;
  const meant = partsOf(repair.folded, lexicon);
  return { ...repair, parts: meant, often: await frequencies(db, textTokens(meant)) };
}

/** What listings teach is not asked where the words leave no doubt. */
function isSettled(parts: readonly Part[]): boolean {
  if (parts.some(({ kind, keys }) => kind !== "industry" && keys.some((key) => key.includes("/")))) return true;
  return parts.some(({ kind }) => kind === "hint") ? parts.length === 1 : isNamed(parts);
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

export type Reading = {
  /** How loosely it reads the query; see Hits. */
  tier: number;
  /** In FTS5's words; empty when it has nothing to say. */
  expression: string;
};

/** Readings that are tried together, while fewer documents were found before them. */
export type Step = {
  whileFewer: number;
  /** Finds whatever they find, so that it can be weighed once for all of them; empty when each weighs its own. */
  whole: string;
  readings: Reading[];
};

/** The readings in the order in which they are tried. Each step is only made when the one before was not enough. */
export function* stepsOf(understood: Understood, size: number): Generator<Step> {
  const { parts, about, often, operators } = understood;
  const { main, aside } = about;
  const [phrases, excluded] = [foldedOf(operators, "phrase"), foldedOf(operators, "excluded")];
  const limited = (expression: string) => (expression === "" ? "" : constrained(expression, phrases, excluded));
  const step = (whileFewer: number, whole: string, ...expressions: [number, string][]): Step => ({
    whileFewer,
    whole: limited(whole),
    readings: expressions.map(([tier, expression]) => ({ tier, expression: limited(expression) })),
  });
  // Without words, phrases and exclusions are the whole query.
  if (parts.length === 0) {
    yield { whileFewer: Infinity, whole: "", readings: [{ tier: 0, expression: constrained("", phrases, excluded) }] };
    return;
  }
  const exact = narrowed(parts);
  const trade = fromAnyIndustry(exact, main);
  yield step(
    Infinity,
    either(everyPartByWords(exact, main), trade),
    [0, everyPartMadeFor(exact, main)],
    [1, trade],
    [2, everyPartInFocus(exact, main)],
    [3, everyPart(exact, main)],
  );
  yield step(ENOUGH, "", [4, whateverIndustry(exact, main)]);
  yield step(ENOUGH, "", [5, everyPartInFocus(parts, main)]);
  const words = tellingWords(often, size);
  const scenarios = scenariosOf(main);
  const focused = [...main, ...scenarios];
  const asides = [...aside, ...scenariosOf(aside)];
  yield step(
    ENOUGH,
    by(words, either(declaredAny(scenarios), inFocus([...focused, ...asides]))),
    [6, by(words, madeFor(main.filter((key) => key.includes("/"))))],
    [7, by(words, mainlyAny(scenarios))],
    [8, by(words, declaredAny(scenarios))],
    [9, by(words, inFocus(focused))],
    [10, by(words, inFocus(asides))],
  );
  yield step(ENOUGH, "", [11, anyOf([...main.map(conceptToken), ...words])]);
  yield step(1, "", [12, beginnings(parts)]);
}

/** Of one kind, folded. */
export function foldedOf(operators: readonly Operator[], wanted: Operator["kind"]): string[] {
  return operators.flatMap(({ kind, folded }) => (kind === wanted ? [folded] : []));
}

/** The rarest words of the query, as far as they tell anything: a long sentence still finds what it says. */
function tellingWords(often: ReadonlyMap<string, number>, size: number): string[] {
  const sorted = [...often].sort((a, b) => a[1] - b[1]);
  const telling = sorted.filter(([, documents]) => documents <= mostOf(size));
  return (telling.length > 0 ? telling : sorted.slice(0, 1)).slice(0, RAREST).map(([token]) => token);
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
