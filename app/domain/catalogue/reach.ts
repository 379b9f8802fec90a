/** Which places a listing serves: the parks and regions it names, what lies in them, or everywhere when it names none. */
import { regionLineage } from "~/domain/scenarios/places";
import type { Park, Reference } from "~/domain/scenarios/reference";

type Offer = { parks: readonly string[]; regions: readonly string[] };

export function isEverywhere(offer: Offer): boolean {
  return offer.parks.length === 0 && offer.regions.length === 0;
}

/** Slugs of the parks an offer reaches by name or by a region around them; empty for one that reaches everywhere. */
export function parksReached(offer: Offer, parksByRegion: ReadonlyMap<string, readonly string[]>): string[] {
  return [...new Set([...offer.parks, ...offer.regions.flatMap((code) => parksByRegion.get(code) ?? [])])];
}

/**
 * Whether an offer serves a region: it names the region, one around it, or a place within it, as an industry's listings
 * include those of its branches.
 */
export function servesRegion(offer: Offer, code: string, reference: Reference): boolean {
  if (isEverywhere(offer)) return true;
  const around = new Set(regionLineage(reference, code).map((region) => region.code));
  return (
    offer.regions.some(
      (named) => around.has(named) || regionLineage(reference, named).some((region) => region.code === code),
    ) || offer.parks.some((slug) => regionsOfPark(reference, reference.parks.get(slug)).has(code))
  );
}

/** Every region's parks, for all levels. */
export function parksByRegion(reference: Reference): Map<string, string[]> {
  const parks = new Map<string, string[]>();
  for (const park of reference.parks.values()) {
    for (const code of regionsOfPark(reference, park)) parks.set(code, [...(parks.get(code) ?? []), park.slug]);
  }
  return parks;
}

/** County, prefecture and province of a park. */
function regionsOfPark(reference: Reference, park: Park | undefined): Set<string> {
  if (!park) return new Set();
  const lineages = [park.regionCode, park.prefectureCode].flatMap((code) => regionLineage(reference, code));
  return new Set(lineages.map((region) => region.code));
}
