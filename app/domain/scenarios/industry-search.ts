/** Finds a GB/T 4754 class by code, name or parent, as people type it. For pickers. */
import { fold } from "../fields";
import { industryLineage } from "./industries";
import type { Industry, Reference } from "./reference";

export type FoundIndustry = Industry & { groupZh: string; groupEn: string; divisionZh: string; divisionEn: string };

type Entry = { industry: FoundIndustry; code: string; own: string; parents: string };

const entriesByReference = new WeakMap<Reference, Entry[]>();

/**
 * The classes that fit, best first: code, then the class's own name, then its group and division. Words apart by blanks must
 * all fit; letters, digits and blanks may be full-width. A Chinese word fits as a whole or, from three characters on, by its
 * characters in order (汽车零件 finds 汽车零部件及配件制造). Nothing typed: nothing found.
 */
export function searchIndustries(reference: Reference, typed: string, limit = 20): FoundIndustry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: { entry: Entry; score: number }[] = [];
  for (const entry of entriesOf(reference)) {
    const score = scoreOf(entry, words);
    if (score > 0) found.push({ entry, score });
  }
  found.sort((a, b) => b.score - a.score || (a.entry.code < b.entry.code ? -1 : 1));
  return found.slice(0, limit).map(({ entry }) => entry.industry);
}

/** The least of its words' scores, so that every word counts; 0 when one does not fit. Shorter names win among equals. */
function scoreOf(entry: Entry, words: string[]): number {
  let least = Infinity;
  for (const word of words) least = Math.min(least, wordScore(entry, word));
  return least === 0 ? 0 : least + 1 / (1 + entry.own.length);
}

function wordScore(entry: Entry, word: string): number {
  if (entry.code === word || entry.code.slice(1) === word) return 100;
  if (entry.code.startsWith(word) || entry.code.slice(1).startsWith(word)) return 90;
  if (entry.own.startsWith(word)) return 80;
  if (entry.own.includes(word)) return 70;
  if (inOrder(entry.own, word)) return 50;
  if (entry.parents.includes(word)) return 40;
  return inOrder(entry.parents, word) ? 20 : 0;
}

const HAN = /^\p{Script=Han}{3,}$/u;

function inOrder(text: string, word: string): boolean {
  if (!HAN.test(word)) return false;
  let at = -1;
  for (const character of word) {
    at = text.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function entriesOf(reference: Reference): Entry[] {
  const kept = entriesByReference.get(reference);
  if (kept) return kept;
  const classes = [...reference.industries.values()].filter((industry) => industry.level === "class");
  const entries = classes.map((industry) => entryOf(reference, industry));
  entriesByReference.set(reference, entries);
  return entries;
}

function entryOf(reference: Reference, industry: Industry): Entry {
  const lineage = industryLineage(reference, industry.code);
  const group = lineage.find((parent) => parent.level === "group");
  const division = lineage.find((parent) => parent.level === "division");
  return {
    industry: {
      ...industry,
      groupZh: group?.nameZh ?? "",
      groupEn: group?.nameEn ?? "",
      divisionZh: division?.nameZh ?? "",
      divisionEn: division?.nameEn ?? "",
    },
    code: plain(industry.code),
    own: plain(`${industry.nameZh} ${industry.nameEn}`),
    parents: plain(`${group?.nameZh} ${division?.nameZh} ${group?.nameEn} ${division?.nameEn}`),
  };
}

function plain(text: string): string {
  return fold(text).toLowerCase();
}
