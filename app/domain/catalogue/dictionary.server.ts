/** Changing the dictionary of search: the word, the listings that say it, and the journal, in one transaction. */
import type { Writer } from "#db/store.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { noteDictionary } from "~/domain/search/index.server";
import {
  addWord,
  documentsSaying,
  functionsNamed,
  setWordActive,
  type LexiconWord,
} from "~/domain/search/lexicon-book.server";
import type { Administrator } from "../identity/actor";
import { record } from "../journal/journal.server";
import { refused, type Outcome } from "../outcome";
import { refreshNumbers } from "./published.server";

export type WordRefusal = "empty" | "known" | "target";

/** Adds a word. Refuses one that is there, says nothing, or means what is not there. Writes dictionary, index, journal. */
export async function addToDictionary(
  tx: Writer,
  administrator: Administrator,
  word: LexiconWord,
): Promise<Outcome<LexiconWord, WordRefusal>> {
  if (!(await isTarget(tx, word))) return refused("target");
  const outcome = await addWord(tx, word);
  if (outcome.ok) await afterChange(tx, administrator, word, "lexicon.word_added");
  return outcome;
}

/** Strikes a word out, or brings it back; refuses when it is so already. Writes dictionary, index, journal. */
export async function switchInDictionary(
  tx: Writer,
  administrator: Administrator,
  word: LexiconWord,
  wanted: "active" | "struck",
): Promise<Outcome<LexiconWord, "known">> {
  const outcome = await setWordActive(tx, word, wanted === "active");
  const action = wanted === "active" ? "lexicon.word_restored" : "lexicon.word_struck";
  if (outcome.ok) await afterChange(tx, administrator, word, action);
  return outcome;
}

/** Only listings that say the word get other tokens; the index of a million stays as it is. */
async function afterChange(tx: Writer, administrator: Administrator, word: LexiconWord, action: string): Promise<void> {
  await refreshNumbers(tx, await documentsSaying(tx, word.surface));
  await noteDictionary(tx);
  await record(tx, administrator, { action, subject: { kind: "lexicon", id: word.surface }, after: word });
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
