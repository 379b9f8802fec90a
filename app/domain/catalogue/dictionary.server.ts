/** Changing the dictionary of search: the word, the listings that say it, and the journal, in one transaction. */
import type { Store, Writer } from "#db/store.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { hasSameTokens, indexBehind, noteBehind, noteDictionary } from "~/domain/search/index.server";
import {
  addWord,
  documentsSaying,
  functionsNamed,
  setWordActive,
  type LexiconWord,
} from "~/domain/search/lexicon-book.server";
import { lexiconOf, type Lexicon } from "~/domain/search/lexicon.server";
import type { Administrator, ProvinceStaff } from "../identity/actor";
import { record } from "../journal/journal.server";
import { refused, type Outcome } from "../outcome";
import { markEverythingChanged, rewriteDocuments } from "./published.server";

/** One dictionary for all: a city or a park would change the search of the others. */
export type DictionaryEditor = Administrator | ProvinceStaff;

export type WordRefusal = "empty" | "known" | "target";

/** Adds a word. Refuses one that is there, says nothing, or means what is not there. Writes dictionary, index, journal. */
export async function addToDictionary(
  tx: Writer,
  editor: DictionaryEditor,
  word: LexiconWord,
): Promise<Outcome<LexiconWord, WordRefusal>> {
  if (!(await isTarget(tx, word))) return refused("target");
  const before = await lexiconOf(tx);
  const outcome = await addWord(tx, word);
  if (outcome.ok) await afterChange(tx, editor, word, before, "lexicon.word_added");
  return outcome;
}

/** Strikes a word out, or brings it back; refuses when it is so already. Writes dictionary, index, journal. */
export async function switchInDictionary(
  tx: Writer,
  editor: DictionaryEditor,
  word: LexiconWord,
  wanted: "active" | "struck",
): Promise<Outcome<LexiconWord, "known">> {
  const before = await lexiconOf(tx);
  const outcome = await setWordActive(tx, word, wanted === "active");
  const action = wanted === "active" ? "lexicon.word_restored" : "lexicon.word_struck";
  if (outcome.ok) await afterChange(tx, editor, word, before, action);
  return outcome;
}

/** Listings written anew while others wait for the database: 2 ms each. */
const AT_ONCE = 50;

/**
 * Only listings that say the word can get other tokens, and of these only those that do are written. When more say it than can
 * be written while others wait, a job does it within a minute (catchUpIndex). Until then the word is understood in queries,
 * and listings are found by it and by all they said before; only under what it newly means those may be missing that no other
 * word of theirs means, and what was struck out still counts in them.
 */
async function afterChange(
  tx: Writer,
  editor: DictionaryEditor,
  word: LexiconWord,
  before: Lexicon,
  action: string,
): Promise<void> {
  const numbers = await documentsSaying(tx, word.surface, 0, AT_ONCE + 1);
  const behind = await indexBehind(tx);
  if (behind || numbers.length > AT_ONCE) {
    await noteBehind(tx, { words: [...new Set([...(behind?.words ?? []), word.surface])], after: 0 });
  } else {
    const now = await lexiconOf(tx);
    await rewriteDocuments(tx, numbers, (document) => !hasSameTokens(document, before, now));
    await noteDictionary(tx);
  }
  await markEverythingChanged(tx);
  await record(tx, editor, { action, subject: { kind: "lexicon", id: word.surface }, after: word });
}

/** Writes what the index is behind with, a few listings at a time, so that nobody waits for it. Writes the index. */
export async function catchUpIndex(store: Pick<Store, "db" | "write">): Promise<void> {
  while (await indexBehind(store.db)) await store.write(catchUpOnce);
}

async function catchUpOnce(tx: Writer): Promise<void> {
  const behind = await indexBehind(tx);
  if (!behind) return;
  const { words, after } = behind;
  const saying = await Promise.all(words.map((word) => documentsSaying(tx, word, after, AT_ONCE)));
  const next = [...new Set(saying.flat())].sort((a, b) => a - b).slice(0, AT_ONCE);
  const last = next.at(-1);
  await rewriteDocuments(tx, next);
  if (last !== undefined) return noteBehind(tx, { words, after: last });
  await noteDictionary(tx);
  await markEverythingChanged(tx);
}

async function isTarget(tx: Writer, { kind, target }: LexiconWord): Promise<boolean> {
  const reference = await referenceOf(tx);
  switch (kind) {
    case "empty":
      return target === "";
    case "industry":
      return reference.industries.has(target);
    case "scenario":
    case "hint":
      return reference.scenarios.has(target)
        ? reference.scenarios.get(target)?.kind !== "example"
        : (await functionsNamed(tx)).has(target);
  }
}
