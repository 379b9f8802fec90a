/**
 * The order of what looser readings find. A need in somebody's own words has no document that says all of it: what points at a
 * scenario, what stands in titles and what stands anywhere are weighed together, so that neither a guess outranks a listing that
 * says what was typed, nor a stray word one that is made for it (docs/decisions/0011). Constants are measured: docs/benchmarks.md.
 */
import type { Reader } from "#db/store.server";
import { isMoreThan, numbersIn } from "./asking.server";
import { LOOSE_TIER, OTHER_TIER, type HitCollector, type Hits } from "./hits";
import { isOwnWord, narrowed, type Part } from "./parts";
import { inTitle, limitOf, onePart } from "./query";
import { LOOSER_READINGS, type Understood } from "./readings.server";

/** A word anywhere in the text, beside one in the title. */
const ELSEWHERE = 0.4;
/** The same of a word that points at a scenario: listings of every kind tell needs. */
const POINTER_ELSEWHERE = 0.2;
/** A vote for a scenario, beside all words of the query in the title. */
const VOTE = 0.15;
/** The best weight of all words together, beside the same. */
const WEIGHT = 0.3;
/** Where the query names what it is about, so much of the evidence for anything else counts. */
const BESIDE_NAMED = 0.6;
/** Documents that say this share of the query are found by that alone. */
const LEAST_SAID = 0.3;
/** A part in more documents tells little, and reading them all takes long: it is left out. */
const MOST_READ = 20_000;

/** Adds the loose hits, and documents that say much of the query, in the order of all evidence. `size` as for rankDocuments. */
export async function addByEvidence(
  db: Reader,
  { parts, about, operators }: Understood,
  size: number,
  loose: Hits,
  found: HitCollector,
): Promise<void> {
  const said = await saidOf(db, parts, size, limitOf(operators));
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

/**
 * The share of the query that documents say, 1 for all of it in the title. Rare parts weigh more, by the logarithm of how many
 * documents are without them. Nothing where the words only name scenarios and trades: that is what the readings look for.
 */
async function saidOf(
  db: Reader,
  parts: readonly Part[],
  size: number,
  limited: (expression: string) => string,
): Promise<Map<number, number>> {
  const said = new Map<number, number>();
  const told = narrowed(parts).filter(({ text }) => text !== "");
  if (!told.some(isOwnWord)) return said;
  let total = 0;
  for (const part of told) {
    const expression = limited(onePart(part));
    if (size > MOST_READ && (await isMoreThan(db, expression, MOST_READ))) continue;
    const anywhere = await numbersIn(db, expression);
    const rarity = Math.max(0, Math.log((size + 1) / (anywhere.length + 1)));
    total += rarity;
    if (rarity === 0 || anywhere.length === 0) continue;
    const elsewhere = part.kind === "hint" || part.kind === "scenario" ? POINTER_ELSEWHERE : ELSEWHERE;
    const add = (no: number, share: number) => said.set(no, (said.get(no) ?? 0) + share * rarity);
    for (const no of anywhere) add(no, elsewhere);
    for (const no of await numbersIn(db, limited(inTitle(part)))) add(no, 1 - elsewhere);
  }
  for (const [no, sum] of said) said.set(no, sum / total);
  return said;
}
