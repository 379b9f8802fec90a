/** Unmet findings counted by industry, place and scenario with all sums, and which of the counts may be shown. Pure. */
import { shownCells, type Cell, type Line } from "./suppression";

export type UnmetFinding = {
  enterpriseId: string;
  /** Division of GB/T 4754, e.g. C36. */
  industry: string;
  prefecture: string;
  /** Null outside the parks. */
  park: string | null;
  scenario: string;
};

/** Null stands for all of them; `place` is a park, `-` and a prefecture for what lies outside its parks, or a prefecture. */
export type Coordinates = { industry: string | null; place: string | null; scenario: string | null };

export type UnmetCube = {
  /** The count, or null where it is hidden or nothing is counted: the two look the same. */
  at(coordinates: Coordinates): number | null;
  industries: readonly string[];
  prefectures: readonly string[];
  scenarios: readonly string[];
  /** Places within a prefecture. */
  placesIn(prefecture: string): readonly string[];
};

export const outsideParks = (prefecture: string) => `-${prefecture}`;

/** What a coordinate is part of, from itself up to all of them. */
type Lineage = readonly [string, ...string[]];
type Lineages = { industry: Lineage; place: Lineage; scenario: Lineage };
const ALL = "";

export function unmetCube(findings: readonly UnmetFinding[]): UnmetCube {
  const cells = new Map<string, Cell & { enterprises: Set<string> }>();
  const lines = new Map<string, { sum: string; parts: Set<string> }>();
  const places = new Map<string, Set<string>>();
  for (const finding of findings) {
    const { enterpriseId, prefecture, park } = finding;
    const leaf = park ?? outsideParks(prefecture);
    places.set(prefecture, (places.get(prefecture) ?? new Set()).add(leaf));
    const of: Lineages = {
      industry: [finding.industry, ALL],
      place: [leaf, prefecture, ALL],
      scenario: [finding.scenario, ALL],
    };
    for (const key of keysOf(of)) {
      const cell = cells.get(key) ?? { key, count: 0, enterprises: new Set<string>() };
      cell.count += 1;
      cell.enterprises.add(enterpriseId);
      cells.set(key, cell);
    }
    addLines(lines, of);
  }
  const shown = shownCells(cells, listed(lines));
  return {
    at({ industry, place, scenario }) {
      const key = keyOf(industry ?? ALL, place ?? ALL, scenario ?? ALL);
      return shown.has(key) ? (cells.get(key)?.count ?? null) : null;
    },
    industries: namesOf(findings, ({ industry }) => industry),
    prefectures: namesOf(findings, ({ prefecture }) => prefecture),
    scenarios: namesOf(findings, ({ scenario }) => scenario),
    placesIn: (prefecture) => [...(places.get(prefecture) ?? [])].sort(),
  };
}

function listed(lines: ReadonlyMap<string, { sum: string; parts: ReadonlySet<string> }>): Line[] {
  return [...lines.values()].map(({ sum, parts }) => ({ sum, parts: [...parts] }));
}

function namesOf(findings: readonly UnmetFinding[], nameOf: (finding: UnmetFinding) => string): string[] {
  return [...new Set(findings.map(nameOf))].sort();
}

function keyOf(industry: string, place: string, scenario: string): string {
  return `${industry}|${place}|${scenario}`;
}

function keysOf({ industry, place, scenario }: Lineages): string[] {
  return industry.flatMap((a) => place.flatMap((b) => scenario.map((c) => keyOf(a, b, c))));
}

/** Every sum this finding is in, along each of the three ways at a time. */
function addLines(lines: Map<string, { sum: string; parts: Set<string> }>, of: Lineages): void {
  const add = (way: string, sum: string, part: string) => {
    const line = lines.get(`${way} ${sum}`) ?? { sum, parts: new Set<string>() };
    line.parts.add(part);
    lines.set(`${way} ${sum}`, line);
  };
  for (const place of of.place) {
    for (const scenario of of.scenario) {
      add("industry", keyOf(ALL, place, scenario), keyOf(of.industry[0], place, scenario));
    }
  }
  for (const industry of of.industry) {
    for (const place of of.place) add("scenario", keyOf(industry, place, ALL), keyOf(industry, place, of.scenario[0]));
    for (const scenario of of.scenario) {
      of.place.slice(1).forEach((sum, at) => {
        add("place", keyOf(industry, sum, scenario), keyOf(industry, of.place[at] ?? ALL, scenario));
      });
    }
  }
}
