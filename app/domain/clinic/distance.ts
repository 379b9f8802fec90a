/** How far an expert's employer lies from a case, by the codes of both places. Pure. */

/** Nearest first. */
export const distances = ["park", "county", "city", "province", "beyond"] as const;
export type Distance = (typeof distances)[number];

type Place = { parkSlug: string | null; regionCode: string };

/** GB/T 2260: two digits name the province, four the city, six the county; a city's own code is no county. */
export function distanceOf(a: Place, b: Place): Distance {
  if (a.parkSlug !== null && a.parkSlug === b.parkSlug) return "park";
  if (a.regionCode === b.regionCode && !a.regionCode.endsWith("00")) return "county";
  const isSameTo = (digits: number) => a.regionCode.slice(0, digits) === b.regionCode.slice(0, digits);
  if (isSameTo(4) && a.regionCode.slice(2, 4) !== "00") return "city";
  return isSameTo(2) ? "province" : "beyond";
}

/** The least of several; `beyond` of none. */
export function nearest(of: readonly Distance[]): Distance {
  return distances.find((distance) => of.includes(distance)) ?? "beyond";
}
