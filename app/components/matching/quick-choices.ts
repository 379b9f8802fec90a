/** What the quick match offers to choose from, in the reader's language. */
import type { Option, OptionGroup } from "~/components/kit/fields";
import { prefecturesOf } from "~/domain/scenarios/places";
import type { Reference } from "~/domain/scenarios/reference";
import type { MatchLanguage } from "./match-words";

export type QuickChoices = {
  industries: OptionGroup[];
  parks: OptionGroup[];
  regions: OptionGroup[];
  scenarios: OptionGroup[];
};

type Row = { nameZh: string; nameEn: string };

/** Industries down to groups, which is how owners know their trade; a class asked for by address is added. */
export function quickChoices(language: MatchLanguage, askedIndustry: string | null): QuickChoices {
  const name = (row: Row) => (language.locale === "en" ? row.nameEn : row.nameZh);
  const { reference } = language;
  return {
    industries: industryGroups(reference, name, askedIndustry),
    parks: byPrefecture(reference, name, (prefecture) =>
      [...reference.parks.values()]
        .filter((park) => park.prefectureCode === prefecture)
        .map((park) => ({ value: park.slug, label: name(park) })),
    ),
    regions: byPrefecture(reference, name, (prefecture) =>
      [...reference.regions.values()]
        .filter((region) => region.code === prefecture || region.parentCode === prefecture)
        .map((region) => ({ value: region.code, label: name(region) })),
    ),
    scenarios: scenarioGroups(language, name),
  };
}

function industryGroups(reference: Reference, name: (row: Row) => string, asked: string | null): OptionGroup[] {
  const all = [...reference.industries.values()];
  return all
    .filter(({ level }) => level === "division")
    .map((division) => ({
      label: name(division),
      options: all
        .filter(({ code, level }) => code.startsWith(division.code) && (level !== "class" || code === asked))
        .map((industry) => ({ value: industry.code, label: `${industry.code} ${name(industry)}` })),
    }));
}

function byPrefecture(
  reference: Reference,
  name: (row: Row) => string,
  optionsOf: (prefecture: string) => Option[],
): OptionGroup[] {
  return prefecturesOf(reference)
    .map((prefecture) => ({ label: name(prefecture), options: optionsOf(prefecture.code) }))
    .filter(({ options }) => options.length > 0);
}

function scenarioGroups({ t, locale, reference }: MatchLanguage, name: (row: Row) => string): OptionGroup[] {
  const groups = new Map<string, Option[]>();
  for (const scenario of reference.scenarios.values()) {
    if (scenario.kind === "example") continue;
    const stage = locale === "en" ? scenario.stageEn : scenario.stageZh;
    const label = scenario.kind === "foundation" ? t("matching:foundation") : stage;
    groups.set(label, [...(groups.get(label) ?? []), { value: scenario.key, label: name(scenario) }]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}
