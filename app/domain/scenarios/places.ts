/** Rules over places: a park lies in a county, a county in a prefecture, a prefecture in the province. */
import type { Reference, Region } from "./reference";

export type Around = {
  parkSlug: string | null;
  countyCode: string | null;
  prefectureCode: string | null;
  provinceCode: string | null;
};

type Place = { parkSlug?: string | null; regionCode?: string | null };

/**
 * All places one stands in. What the region does not say (a prefecture names no county) the park does; unknown codes are
 * null.
 */
export function placesAround(reference: Reference, { parkSlug, regionCode }: Place): Around {
  const park = parkSlug ? reference.parks.get(parkSlug) : undefined;
  const own = regionLineage(reference, regionCode ?? null);
  const parks = park
    ? [...regionLineage(reference, park.prefectureCode), ...regionLineage(reference, park.regionCode)]
    : [];
  const find = (level: Region["level"]) =>
    (own.find((region) => region.level === level) ?? parks.find((region) => region.level === level))?.code ?? null;
  return {
    parkSlug: park?.slug ?? null,
    countyCode: find("county"),
    prefectureCode: find("prefecture"),
    provinceCode: find("province"),
  };
}

/** Whether an offer for these parks and regions (both empty: everywhere) reaches someone who stands there. */
export function servesPlace(offer: { parks: readonly string[]; regions: readonly string[] }, around: Around): boolean {
  if (offer.parks.length === 0 && offer.regions.length === 0) return true;
  if (around.parkSlug !== null && offer.parks.includes(around.parkSlug)) return true;
  const codes = [around.countyCode, around.prefectureCode, around.provinceCode];
  return codes.some((code) => code !== null && offer.regions.includes(code));
}

/** Province, prefecture, county down to `code`; empty for an unknown code. */
export function regionLineage(reference: Reference, code: string | null): Region[] {
  const lineage: Region[] = [];
  for (
    let at = code ? reference.regions.get(code) : undefined;
    at;
    at = at.parentCode ? reference.regions.get(at.parentCode) : undefined
  ) {
    lineage.unshift(at);
  }
  return lineage;
}

/** Whether `code` is `fence` or lies in it: 360121 and 360100 lie in 360100, all lie in 360000. */
export function regionWithin(reference: Reference, code: string, fence: string): boolean {
  return regionLineage(reference, code).some((region) => region.code === fence);
}

/** The prefectures in their order. */
export function prefecturesOf(reference: Reference): Region[] {
  return [...reference.regions.values()].filter((region) => region.level === "prefecture");
}

/** The province the reference data is of; null before it is loaded. */
export function provinceOf(reference: Reference): Region | null {
  return [...reference.regions.values()].find((region) => region.level === "province") ?? null;
}
