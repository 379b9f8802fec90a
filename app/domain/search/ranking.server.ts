/** Running a query: what the words say first, looser readings only while too little is found. */
import type { Reader } from "#db/store.server";
import { addMatching, numbersIn, weightsOf } from "./asking.server";
import type { Correction } from "./corrections.server";
import { addByEvidence } from "./evidence.server";
import { HitCollector, type Hits } from "./hits";
import { scenariosOf } from "./parts";
import { foldedOf } from "./query";
import { stepsOf, understand, type Reading, type Step } from "./readings.server";
import type { Asked } from "./understanding.server";
import type { Words } from "./words.server";

export type Ranked = Pick<Asked, "said" | "operators"> & {
  /** Best first within a tier is the caller's to decide with its own quality. */
  hits: Hits;
  corrections: Correction[];
  /** Scenarios the query names or hints at. */
  scenarioKeys: string[];
  /** Folded words of the query, to be marked where they stand in a text. */
  terms: string[];
};

/**
 * All documents that answer a query. `size` is the number of documents; `words` is only called when a word of the query is
 * in no document; `without` are scenarios the reader says were not meant. Never fails, whatever was typed: a query without
 * letters or digits finds nothing. `"…"` must stand as such, `-word` must not be said (typed.ts).
 */
export async function rankDocuments(
  db: Reader,
  typed: string,
  size: number,
  words: () => Words,
  without: readonly string[] = [],
): Promise<Ranked> {
  const understood = await understand(db, typed, size, words, without);
  const { parts, said, operators, corrections } = understood;
  const found = new HitCollector(size);
  const loose = new HitCollector(size, found);
  const tried = new Set<string>();
  let isLoose = false;
  for await (const step of stepsOf(understood, size)) {
    // Each asks for more to be missing than the one before.
    if (found.size + loose.size >= step.whileFewer) break;
    isLoose ||= step.isLoose;
    await addStep(db, step, size, tried, step.isLoose ? loose : found);
  }
  if (isLoose) await addByEvidence(db, understood, size, loose.hits(), found);
  const terms = [...foldedOf(operators, "phrase"), ...parts.map(({ text }) => text)];
  return { hits: found.hits(), said, operators, corrections, scenarioKeys: scenariosOf(understood.about.main), terms };
}

/** Looser readings end once so many are found: what they add stands below, and nobody reads that far. */
const PLENTY = 2_000;

/** Adds what the step's readings find, as far as nobody tried them before. */
async function addStep(
  db: Reader,
  { whileFewer, whole, readings }: Step,
  size: number,
  tried: Set<string>,
  found: HitCollector,
): Promise<void> {
  const before = found.size;
  const untried = new Map<string, Reading>();
  for (const reading of readings) {
    const { expression } = reading;
    if (expression === "" || tried.has(expression)) continue;
    tried.add(expression);
    untried.set(expression, reading);
  }
  const weights = whole === "" || untried.size < 2 ? null : await weightsOf(db, whole, size);
  for (const { tier, expression, isRefining } of untried.values()) {
    if (found.size >= PLENTY && (isRefining || whileFewer < Infinity)) continue;
    if (weights === null) {
      await addMatching(db, expression, size, tier, found);
    } else if (found.size - before < weights.size) {
      const nos = expression === whole ? Int32Array.from(weights.keys()) : await numbersIn(db, expression);
      const scores = Array.from(nos, (no) => weights.get(no) ?? Number.NaN);
      found.add(nos, scores, tier);
    }
  }
}
