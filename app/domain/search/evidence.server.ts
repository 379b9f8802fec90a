/**
 * The order of what looser readings find. A need in somebody's own words has no document that says all of it: what points at a
 * scenario, what stands in titles and what stands anywhere are weighed together, so that neither a guess outranks a listing that
 * says what was typed, nor a stray word one that is made for it (docs/decisions/0011). Constants are measured: docs/benchmarks.md.
 */
import type { Reader } from "#db/store.server";
import { isMoreThan, numbersIn } from "./asking.server";
import { LOOSE_TIER, OTHER_TIER, type HitCollector, type Hits } from "./hits";
import { isOwnWord, narrowed } from "./parts";
import { characterIn, inTitle, limitOf, onePart } from "./query";
import { LOOSER_READINGS, type Understood } from "./readings.server";
import { isHan } from "./tokens";

/** A word anywhere in the text, beside one in the title. */
const ELSEWHERE = 0.4;
/** The same of a word that points at a scenario: listings of every kind tell needs. */
const POINTER_ELSEWHERE = 0.2;
/**
 * A character of the query, beside all its words: 工钱 and 工资 share one, 鞭炮 and 花炮. Beside the title it counts half, and one
 * in more than so many of the documents tells nothing.
 */
const CHARACTER = 0.6;
const CHARACTER_ELSEWHERE = 0.5;
const MOST_WITH_CHARACTER = 0.3;
/** A vote for a scenario, beside all words of the query in the title. */
const VOTE = 0.15;
/** The best weight of all words together, beside the same. */
const WEIGHT = 0.3;
/** Where the query names what it is about, so much of the evidence for anything else counts. */
const BESIDE_NAMED = 0.6;
/** Documents that say this share of the query are found by that alone. */
const LEAST_SAID = 0.2;
/** A part in more documents tells little, and reading them all takes long: it is left out. */
const MOST_READ = 20_000;

/** Adds the loose hits, and documents that say much of the query, in the order of all evidence. `size` as for rankDocuments. */
export async function addByEvidence(
  db: Reader,
  understood: Understood,
  size: number,
  loose: Hits,
  found: HitCollector,
): Promise<void> {
  const { parts, about } = understood;
  const said = await saidOf(db, understood, size);
  const best = loose.scores.reduce((most, score) => (score > most ? score : most), 0);
  const vote = VOTE * Math.max(1, about.votes);
  const beside = parts.some(({ kind }) => kind === "scenario") ? BESIDE_NAMED : 1;
  const evidenceOf = (at: number, tells: number) => {
    const weight = best > 0 ? Math.max(0, loose.scores[at] || 0) / best : 0;
    return (said.get(loose.nos[at] ?? 0) ?? 0) + vote * tells + WEIGHT * weight;
  };
  const [meant, others] = [new Weighed(), new Weighed()];
  for (const [at, no] of loose.nos.entries()) {
    const { tells, isMeant } = LOOSER_READINGS[loose.tiers[at] ?? 0] ?? { tells: 0, isMeant: false };
    const evidence = evidenceOf(at, tells);
    if (isMeant) meant.add(no, evidence);
    else others.add(no, evidence * beside);
  }
  for (const [no, share] of said) if (share >= LEAST_SAID) others.add(no, share * beside);
  found.add(meant.nos, meant.evidence, LOOSE_TIER);
  found.add(others.nos, others.evidence, OTHER_TIER);
}

/** Documents in the order they were found, with their evidence. */
class Weighed {
  readonly nos: number[] = [];
  readonly evidence: number[] = [];

  add(no: number, evidence: number): void {
    this.nos.push(no);
    this.evidence.push(evidence);
  }
}

type Limit = (expression: string) => string;
type Shares = Map<number, number>;

/**
 * The share of the query that documents say, 1 for all of it in the title. Rare parts weigh more, by the logarithm of how many
 * documents are without them. Nothing where the words only name scenarios and trades: that is what the readings look for.
 */
async function saidOf(db: Reader, { parts, folded, operators }: Understood, size: number): Promise<Shares> {
  const said: Shares = new Map();
  const limited = limitOf(operators);
  const told = narrowed(parts).filter(({ text }) => text !== "");
  if (!told.some(isOwnWord)) return said;
  const known = new Set<string>();
  let total = 0;
  for (const part of told) {
    const expression = limited(onePart(part));
    if (size > MOST_READ && (await isMoreThan(db, expression, MOST_READ))) continue;
    const anywhere = await numbersIn(db, expression);
    const rarity = rarityOf(anywhere.length, size);
    total += rarity;
    if (anywhere.length > 0) for (const letter of part.text) known.add(letter);
    if (rarity === 0 || anywhere.length === 0) continue;
    const elsewhere = part.kind === "hint" || part.kind === "scenario" ? POINTER_ELSEWHERE : ELSEWHERE;
    addShares(said, anywhere, elsewhere * rarity);
    addShares(said, await numbersIn(db, limited(inTitle(part))), (1 - elsewhere) * rarity);
  }
  if (total === 0) return said;
  // Whoever searches more finds enough that says whole words.
  if (size <= MOST_READ) await addCharacters(db, folded, known, size, limited, said);
  for (const [no, sum] of said) said.set(no, sum / total);
  return said;
}

/** Adds what single characters tell; of those in a word that some document has whole (`known`), only what titles say. */
async function addCharacters(
  db: Reader,
  folded: string,
  known: ReadonlySet<string>,
  size: number,
  limited: Limit,
  said: Shares,
): Promise<void> {
  for (const letter of new Set([...folded].filter(isHan))) {
    const anywhere = await numbersIn(db, limited(characterIn("title summary", letter)));
    if (anywhere.length === 0 || anywhere.length > size * MOST_WITH_CHARACTER) continue;
    const weight = CHARACTER * rarityOf(anywhere.length, size);
    if (!known.has(letter)) addShares(said, anywhere, CHARACTER_ELSEWHERE * weight);
    const titled = await numbersIn(db, limited(characterIn("title", letter)));
    addShares(said, titled, (1 - CHARACTER_ELSEWHERE) * weight);
  }
}

function rarityOf(documents: number, size: number): number {
  return Math.max(0, Math.log((size + 1) / (documents + 1)));
}

function addShares(said: Shares, nos: Int32Array, share: number): void {
  for (const no of nos) said.set(no, (said.get(no) ?? 0) + share);
}
