/** The part of the unmet needs that one page shows: industries down, cities or the parks of one city across. Pure, client-safe. */
import { outsideParks, type UnmetCube } from "./unmet-cube";

/** `null` is hidden or nothing. */
export type NeedsRow = { industry: string; counts: (number | null)[]; total: number | null };
export type NeedsTable = {
  /** Codes of prefectures, or slugs of parks; null: outside the parks. */
  places: (string | null)[];
  rows: NeedsRow[];
  totals: (number | null)[];
  /** Places of which nothing but the sum may be shown. */
  others: { place: string | null; total: number }[];
  total: number | null;
  /** The largest count in a cell, for the shades. */
  largest: number;
};

/** Rows and columns of which nothing may be shown are left out; places with a sum alone stand beside the table. */
export function needsTable(cube: UnmetCube, asked: { scenario: string | null; region: string | null }): NeedsTable {
  const { scenario, region } = asked;
  const across = region === null ? cube.prefectures : cube.placesIn(region);
  const at = (industry: string | null, place: string | null) => cube.at({ industry, place, scenario });
  const hasCells = (place: string) => cube.industries.some((industry) => at(industry, place) !== null);
  const places = across.filter(hasCells);
  const nameOf = (place: string) => (region !== null && place === outsideParks(region) ? null : place);
  const rows = cube.industries
    .map((industry) => ({
      industry,
      counts: places.map((place) => at(industry, place)),
      total: at(industry, region),
    }))
    .filter(({ counts, total }) => total !== null || counts.some((count) => count !== null))
    .toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0) || (a.industry < b.industry ? -1 : 1));
  return {
    places: places.map(nameOf),
    rows,
    totals: places.map((place) => at(null, place)),
    others: across.flatMap((place) => {
      const total = hasCells(place) ? null : at(null, place);
      return total === null ? [] : [{ place: nameOf(place), total }];
    }),
    total: at(null, region),
    largest: Math.max(1, ...rows.flatMap(({ counts }) => counts.map((count) => count ?? 0))),
  };
}
