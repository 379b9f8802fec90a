/** What the pickers of place and industry offer, from the reference data. */
import { industryLineage } from "./industries";
import { searchIndustries } from "./industry-search";
import { prefecturesOf } from "./places";
import type { Industry, Reference } from "./reference";

/** Prefectures with their counties, and all parks, in the order of their codes. */
export function placeChoices(reference: Reference) {
  const counties = [...reference.regions.values()].filter(({ level }) => level === "county");
  return {
    prefectures: prefecturesOf(reference).map(({ code, nameZh, nameEn }) => ({
      code,
      nameZh,
      nameEn,
      counties: counties.filter(({ parentCode }) => parentCode === code).map(named),
    })),
    parks: [...reference.parks.values()].map(({ slug, prefectureCode, regionCode, nameZh, nameEn }) => ({
      slug,
      prefectureCode,
      regionCode,
      nameZh,
      nameEn,
    })),
  };
}

function named({ code, nameZh, nameEn }: { code: string; nameZh: string; nameEn: string }) {
  return { code, nameZh, nameEn };
}

/** The 609 classes with the group each belongs to. */
export function industryChoices(reference: Reference) {
  return [...reference.industries.values()]
    .filter(({ level }) => level === "class")
    .map((row) => withGroup(reference, row));
}

/** The classes that fit what was typed, at most eight, for a choice between them. */
export function industryCandidates(reference: Reference, typed: string) {
  return searchIndustries(reference, typed, 8).map((row) => withGroup(reference, row));
}

function withGroup(reference: Reference, { code, nameZh, nameEn }: Industry) {
  const group = industryLineage(reference, code).find(({ level }) => level === "group");
  return { code, nameZh, nameEn, groupZh: group?.nameZh ?? "", groupEn: group?.nameEn ?? "" };
}
