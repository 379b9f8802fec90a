/** A need in the numbers of a catalogue's columns, ready to be held against each listing. */
import type { MatchColumns } from "./columns";
import type { Need, Place } from "./need";

/** Null where the need says nothing. */
export type Asked = {
  gaps: Float64Array | null;
  /** In the bits of the columns' scenarios. */
  gapBits: number;
  /** 1 for the industries that meet the need's. */
  named: Uint8Array | null;
  /** How closely each park and region holds the place: 0 not, through the province 1, prefecture 2, county 3, park 4. */
  reach: Uint8Array | null;
  budgetFen: number | null;
  daysMax: number | null;
  level: number | null;
};

export function prepared(columns: MatchColumns, need: Need): Asked {
  const gaps = gapTable(columns, need);
  return {
    gaps,
    gapBits: gaps === null ? 0 : gapBits(gaps),
    named: need.industryCode === null ? null : industryTable(columns, need.industryCode),
    reach: need.place === null ? null : areaTable(columns, need.place),
    budgetFen: need.budgetFen,
    daysMax: need.daysMax,
    level: need.level,
  };
}

/** Null when nothing is known to be lacking. */
function gapTable({ scenarioPlaces }: MatchColumns, { gaps }: Need): Float64Array | null {
  if (isEmpty(gaps)) return null;
  const table = new Float64Array(scenarioPlaces.size);
  for (const [key, place] of scenarioPlaces) table[place] = gaps[key] ?? 0;
  return table;
}

function gapBits(gaps: Float64Array): number {
  let bits = 0;
  for (let place = 0; place < gaps.length; place++) if ((gaps[place] ?? 0) > 0) bits |= 1 << (place & 31);
  return bits;
}

/** 1 for listed codes that cover the code or lie in it: a visitor may only name a division. */
function industryTable({ industryCodes, industryTables }: MatchColumns, code: string): Uint8Array {
  const known = industryTables.get(code);
  if (known) return known;
  const table = Uint8Array.from(industryCodes, (listed) =>
    code.startsWith(listed) || listed.startsWith(code) ? 1 : 0,
  );
  industryTables.set(code, table);
  return table;
}

function areaTable({ parkPlaces, regionPlaces, areaCount }: MatchColumns, place: Place): Uint8Array {
  const table = new Uint8Array(areaCount);
  if (areaCount === 0) return table;
  mark(table, regionPlaces.get(place.provinceCode ?? ""), 1);
  mark(table, regionPlaces.get(place.prefectureCode ?? ""), 2);
  mark(table, regionPlaces.get(place.countyCode ?? ""), 3);
  mark(table, parkPlaces.get(place.parkSlug ?? ""), 4);
  return table;
}

function mark(table: Uint8Array, at: number | undefined, scope: number): void {
  if (at !== undefined) table[at] = scope;
}

/** Without a list of the keys: asked once per enterprise and listing that is published. */
function isEmpty(gaps: Need["gaps"]): boolean {
  for (const _key in gaps) return false;
  return true;
}
