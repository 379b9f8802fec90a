/** Which parks a list shows: by place, level, leading industry and typed words. Pure: all 110 are in memory. */
import { fold } from "../fields";
import { industryLineage } from "./industries";
import { prefecturesOf, regionWithin } from "./places";
import type { Park, Reference, Region } from "./reference";

export const parkLevels = ["national", "provincial"] as const satisfies readonly Park["level"][];

export type ParkFilter = {
  /** Typed words: name, short name, alias, English name, leading industries, region. */
  q?: string;
  /** A region's code; parks in it. */
  region?: string;
  level?: Park["level"];
  /** A GB/T 4754 code; parks one of whose leading industries it is, holds, or lies in. */
  industry?: string;
};

/** In the order of the reference: national zones first. Words apart by blanks must all fit. */
export function parksMatching(reference: Reference, filter: ParkFilter): Park[] {
  const words = plain(filter.q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  return [...reference.parks.values()].filter((park) => {
    if (filter.region && !regionWithin(reference, park.regionCode, filter.region)) return false;
    if (filter.level && park.level !== filter.level) return false;
    if (filter.industry && !leads(park, filter.industry)) return false;
    const text = textOf(reference, park);
    return words.every((word) => text.includes(word));
  });
}

/** The same parks under their prefectures, in the prefectures' order; those across several come first, under null. */
export function parksByPrefecture(
  reference: Reference,
  parks: readonly Park[],
): { prefecture: Region | null; parks: Park[] }[] {
  const across = parks.filter((park) => reference.regions.get(park.prefectureCode)?.level !== "prefecture");
  const groups = prefecturesOf(reference).map((prefecture) => ({
    prefecture,
    parks: parks.filter((park) => park.prefectureCode === prefecture.code),
  }));
  return [{ prefecture: null, parks: across }, ...groups].filter((group) => group.parks.length > 0);
}

/** Names of the divisions and groups a park leads in, for a row; codes that are not in the reference are left out. */
export function leadingIndustriesOf(reference: Reference, park: Park) {
  return park.leadingIndustries.flatMap((code) => industryLineage(reference, code).slice(-1));
}

function leads(park: Park, industry: string): boolean {
  return park.leadingIndustries.some((code) => code.startsWith(industry) || industry.startsWith(code));
}

function textOf(reference: Reference, park: Park): string {
  const region = reference.regions.get(park.regionCode);
  const prefecture = reference.regions.get(park.prefectureCode);
  const names = [park.nameZh, park.shortNameZh, ...park.aliasesZh, park.nameEn, park.leadingIndustriesZh];
  const places = [region?.nameZh, region?.nameEn, prefecture?.nameZh, prefecture?.nameEn];
  return plain([...names, ...places, park.slug].join(" "));
}

function plain(text: string): string {
  return fold(text).toLowerCase();
}
