/** How a typed query can be read, from what it says in full to anything it is about. */
import { sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import type { Reader } from "#db/store.server";
import type { Correction } from "./corrections.server";
import { aboutOf, type About } from "./clues.server";
import { indexBehind } from "./index.server";
import { guessed } from "./learning.server";
import { lexiconOf, scenarioOf, type Lexicon } from "./lexicon.server";
import { byMeaning, narrowed, notMeaning, scenariosOf, textTokens, type Part } from "./parts";
import {
  anyOf,
  beginnings,
  by,
  declaredAny,
  either,
  everyPart,
  everyPartByWords,
  everyPartInFocus,
  everyPartInTitle,
  everyPartMadeFor,
  fromAnyIndustry,
  inFocus,
  limitOf,
  madeFor,
  mainlyAny,
  whateverIndustry,
} from "./query";
import { bookFromIndex, unknownOf } from "./spelling.server";
import { conceptToken, tokensOf } from "./tokens";
import { askedOf, corrected, mistypedTexts, partsOf, suspectTokens, type Asked } from "./understanding.server";
import type { Words } from "./words.server";

type Frequencies = ReadonlyMap<string, number>;

export type Understood = Pick<Asked, "said" | "operators"> & {
  parts: Part[];
  /** The words, folded and repaired. */
  folded: string;
  /** The parts as they are looked for. */
  sought: readonly Part[];
  about: About;
  /** In how many documents each of its tokens stands; those of none are missing. Counted when asked: common ones take long. */
  often: () => Promise<Frequencies>;
  corrections: Correction[];
};

/** A token in more listings than this share tells nothing; in a small catalogue, in more than this many. */
const COMMON_SHARE = 0.1;
const COMMON_FEW = 5;
const RAREST = 8;
/** Looser readings are added until a page is full. */
const ENOUGH = 20;
/**
 * In larger catalogues a word that means a scenario is found by that alone, which listings with the word have as well: to
 * follow a phrase through half a million places costs more than all else.
 */
const LARGE = 20_000;

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
  const { folded, parts, counted, corrections } = await repaired(db, asked.words, lexicon, words);
  const learnt = isSettled(parts) ? [] : guessed(folded, words(), lexicon);
  const allowed = notMeaning([...parts, ...guessPart(isNamed(parts) ? [] : learnt)], without);
  const isCommon = (token: string) => (counted.get(token) ?? 0) > mostOf(size);
  const isAllowed = (key: string) => !without.includes(scenarioOf(key));
  const about = aboutOf(allowed, isCommon, learnt.filter(isAllowed));
  const { said, operators } = asked;
  const often = async () => {
    const others = textTokens(allowed).filter((token) => !counted.has(token));
    return new Map([...counted, ...(await frequencies(db, others))]);
  };
  // While listings wait for the token of a new meaning, they are found by what they say.
  const isByMeaning = size > LARGE && (await indexBehind(db)) === null;
  const sought = isByMeaning ? byMeaning(allowed) : allowed;
  return { said, operators, parts: allowed, folded, sought, about, often, corrections };
}

/** In how many listings a token may be and still tell something. */
function mostOf(size: number): number {
  return Math.max(COMMON_FEW, size * COMMON_SHARE);
}

async function repaired(db: Reader, folded: string, lexicon: Lexicon, words: () => Words) {
  const parts = partsOf(folded, lexicon);
  const counted = await frequencies(db, doubtfulTokens(parts));
  const asTyped = { folded, parts, counted, corrections: [] };
  if (suspectTokens(parts).every((token) => counted.has(token))) return asTyped;
  const all = await frequencies(db, tokensOf(folded));
  const isUnknown = (token: string) => !all.has(token);
  const books = [lexicon.words(), words()];
  const unknown = unknownOf(mistypedTexts(folded, parts), books, isUnknown);
  if (unknown) books.push(await bookFromIndex(db, unknown, words(), lexicon, frequencies));
  const repair = corrected(folded, parts, books, isUnknown);
  if (repair.corrections.length === 0) return asTyped;
  const meant = partsOf(repair.folded, lexicon);
  return { ...repair, parts: meant, counted: await frequencies(db, doubtfulTokens(meant)) };
}

/** What a word means may hang on how common it is, except of one that names a scenario or an industry. */
function doubtfulTokens(parts: readonly Part[]): string[] {
  return textTokens(parts.filter(({ kind }) => kind === "text" || kind === "hint"));
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
  /** How loosely it reads the query; see Hits. Of a loose step, its place in LOOSER_READINGS. */
  tier: number;
  /** In FTS5's words; empty when it has nothing to say. */
  expression: string;
  /** It sets apart what the readings after it find as well: not needed once so many are found that nobody reads them all. */
  isRefining?: boolean;
};

/** Readings that are tried together, while fewer documents were found before them. */
export type Step = {
  whileFewer: number;
  /** Finds whatever they find, so that it can be weighed once for all of them; empty when each weighs its own. */
  whole: string;
  readings: Reading[];
  /** What it finds is put in order by evidence (evidence.server.ts), not by its readings alone. */
  isLoose: boolean;
};

/** Looser readings, in the order in which they are tried: how much each `tells` that a document is what is meant. */
export const LOOSER_READINGS = [
  { tells: 1.8, isMeant: true },
  { tells: 1, isMeant: true },
  { tells: 0.6, isMeant: true },
  { tells: 0.3, isMeant: false },
  { tells: 0.2, isMeant: false },
  { tells: 0, isMeant: false },
  { tells: 0, isMeant: false },
] as const;
const [MADE_FOR, MAINLY, DECLARED, NAMED, ASIDE, ANY_WORD, BEGINNING] = [0, 1, 2, 3, 4, 5, 6] as const;

/** The readings in the order in which they are tried. Each step is only made when the one before was not enough. */
export async function* stepsOf(understood: Understood, size: number): AsyncGenerator<Step> {
  const { parts, sought, about, often, operators } = understood;
  const { main, aside } = about;
  const limit = limitOf(operators);
  const limited = (expression: string) => (expression === "" ? "" : limit(expression));
  const step = (whileFewer: number, whole: string, ...expressions: [number, string, "refining"?][]): Step => ({
    whileFewer,
    isLoose: false,
    whole: limited(whole),
    readings: expressions.map(([tier, expression, refining]) => ({
      tier,
      expression: limited(expression),
      isRefining: refining === "refining",
    })),
  });
  // Without words, phrases and exclusions are the whole query.
  if (parts.length === 0) {
    yield { ...step(Infinity, ""), readings: [{ tier: 0, expression: limit("") }] };
    return;
  }
  const exact = narrowed(sought);
  const [trade, titled] = [fromAnyIndustry(exact, main), everyPartInTitle(exact)];
  yield step(
    Infinity,
    either(everyPartByWords(exact, main), trade, titled),
    [0, everyPartMadeFor(exact, main), "refining"],
    [1, trade],
    [2, everyPartInFocus(exact, main), "refining"],
    [3, titled],
    [4, everyPart(exact, main)],
  );
  yield step(ENOUGH, "", [5, whateverIndustry(exact, main)]);
  yield step(ENOUGH, "", [6, everyPartInFocus(sought, main)]);
  const words = tellingWords(await often(), size);
  const scenarios = scenariosOf(main);
  const focused = [...main, ...scenarios];
  const asides = [...aside, ...scenariosOf(aside)];
  const looser = (...given: Parameters<typeof step>): Step => ({ ...step(...given), isLoose: true });
  yield looser(
    ENOUGH,
    by(words, either(declaredAny(scenarios), inFocus([...focused, ...asides]))),
    [MADE_FOR, by(words, madeFor(main.filter((key) => key.includes("/"))))],
    [MAINLY, by(words, mainlyAny(scenarios))],
    [DECLARED, by(words, declaredAny(scenarios))],
    [NAMED, by(words, inFocus(focused))],
    [ASIDE, by(words, inFocus(asides))],
  );
  yield looser(ENOUGH, "", [ANY_WORD, anyOf([...main.map(conceptToken), ...words])]);
  yield looser(1, "", [BEGINNING, beginnings(parts)]);
}

/** The rarest words of the query, as far as they tell anything: a long sentence still finds what it says. */
function tellingWords(often: Frequencies, size: number): string[] {
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
