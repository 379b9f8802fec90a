/** What was typed or chosen in the pickers of industry and place, checked against the reference data. */
import { fold } from "../fields";
import { done, refused, type Outcome } from "../outcome";
import { searchIndustries } from "./industry-search";
import { placesAround, regionWithin } from "./places";
import type { Reference } from "./reference";

/**
 * The class (four digits) meant by what was typed: "C3670 汽车零部件及配件制造", "3670", the exact name, or words that fit
 * one class only. Refuses: `industry_unknown` when nothing fits, `industry_many` when several do.
 */
export function pickIndustry(
  reference: Reference,
  typed: string,
): Outcome<string, "industry_unknown" | "industry_many"> {
  const text = fold(typed);
  const code = /^[Cc]?(\d{4})(?!\d)/.exec(text)?.[1];
  if (code) return reference.industries.has(`C${code}`) ? done(`C${code}`) : refused("industry_unknown");
  const found = searchIndustries(reference, text, 20);
  const exact = found.filter(({ nameZh, nameEn }) => nameZh === text || nameEn.toLowerCase() === text.toLowerCase());
  const fitting = exact.length > 0 ? exact : found;
  const [only] = fitting;
  if (!only) return refused("industry_unknown");
  return fitting.length === 1 ? done(only.code) : refused("industry_many");
}

type Place = { regionCode: string; parkSlug: string | null };

/**
 * A region and a park that fit together. Refuses: `region_unknown`, `park_unknown`, `park_elsewhere` when the park lies in
 * another prefecture (parks often lie across the counties of one).
 */
export function pickPlace(
  reference: Reference,
  place: Place,
): Outcome<Place, "region_unknown" | "park_unknown" | "park_elsewhere"> {
  const region = reference.regions.get(place.regionCode);
  if (!region || region.level === "province") return refused("region_unknown");
  // Whoever calls may hand over a whole form: only the place comes back.
  const { regionCode, parkSlug } = place;
  if (parkSlug === null) return done({ regionCode, parkSlug });
  const park = reference.parks.get(parkSlug);
  if (!park) return refused("park_unknown");
  const { prefectureCode } = placesAround(reference, { regionCode });
  const lies = prefectureCode !== null && regionWithin(reference, prefectureCode, park.prefectureCode);
  // A new area across prefectures names the province; it takes enterprises of any of them.
  const spans = reference.regions.get(park.prefectureCode)?.level === "province";
  return lies || spans ? done({ regionCode, parkSlug }) : refused("park_elsewhere");
}
