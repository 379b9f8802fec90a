/** What words of the dictionary can stand for, with names to choose them by. */
import type { Reader } from "#db/store.server";
import type { Locale } from "#db/vocabulary/identity";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { functionsNamed } from "~/domain/search/lexicon-book.server";

type Named = { nameZh: string; nameEn: string };

/** A function is told by its shortest words. */
const TOLD = 3;

export async function lexiconTargets(db: Reader, locale: Locale) {
  const { scenarios, industries } = await referenceOf(db);
  const functions = await functionsNamed(db);
  const say = ({ nameZh, nameEn }: Named) => (locale === "en" ? nameEn : nameZh);
  const names = new Map<string, string>();
  const groups = [...scenarios.values()]
    .filter(({ kind }) => kind !== "example")
    .map((scenario) => {
      const within = [...functions].filter(([key]) => key.startsWith(`${scenario.key}/`));
      names.set(scenario.key, say(scenario));
      for (const [key, words] of within) names.set(key, words.slice(0, TOLD).join(" · "));
      return { label: say(scenario), options: [scenario.key, ...within.map(([key]) => key)] };
    });
  const branches = [...industries.values()].filter(({ level }) => level !== "section");
  for (const branch of branches) names.set(branch.code, `${branch.code} ${say(branch)}`);
  const divisions = branches.filter(({ level }) => level === "division");
  const trades = divisions.map((division) => ({
    label: say(division),
    options: branches
      .filter(({ code, level }) => code.startsWith(division.code) && level !== "class")
      .map(({ code }) => code),
  }));
  const nameOf = (target: string) => names.get(target) ?? target;
  return {
    nameOf,
    targets: [...groups, ...trades].map(({ label, options }) => ({
      label,
      options: options.map((value) => ({ value, label: nameOf(value) })),
    })),
  };
}
