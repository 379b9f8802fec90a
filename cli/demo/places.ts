/** The reference data as the composing steps need it: parks with their counties and trades, classes by code. */
import { asc, eq } from "drizzle-orm";
import { queries } from "#db/seed/rows.server";
import { chain, industry, park, region, scenario } from "#db/schema/scenarios.server";
import type { Connections } from "#db/engines/sqlite.server";
import { chainOf } from "~/domain/scenarios/reference-content";
import { placeWord } from "./names";
import type { Plan } from "./plan";
import { itemAt } from "./random";
import { families, generalFamily } from "./texts/families";
import type { Family } from "./texts/family";

export type Park = typeof park.$inferSelect;
export type Region = typeof region.$inferSelect;
export type IndustryClass = { code: string; nameZh: string };

export type Places = {
  parks: Park[];
  /** Parks in which things happen, the park of the first login first. */
  active: Park[];
  regions: Map<string, Region>;
  prefectures: Region[];
  /** The counties a park's enterprises stand in. */
  countiesOf(park: Park): string[];
  /** 南昌, 小蓝 …: how a name may begin here. */
  wordsOf(park: Park, countyCode: string): string[];
  classesUnder(code: string): IndustryClass[];
  industryNames: Map<string, string>;
  scenarioNames: Map<string, string>;
  /** Scenarios that come first in the chain of an industry. */
  priorityOf(industryCode: string): string[];
};

export function readPlaces({ reader }: Connections, plan: Plan): Places {
  const db = queries(reader);
  const regions = new Map(
    db
      .select()
      .from(region)
      .orderBy(asc(region.code))
      .all()
      .map((row) => [row.code, row]),
  );
  const parks = db.select().from(park).orderBy(asc(park.slug)).all();
  const classes = db.select().from(industry).where(eq(industry.level, "class")).orderBy(asc(industry.code)).all();
  const names = db
    .select()
    .from(industry)
    .all()
    .map((row) => [row.code, row.nameZh] as const);
  const scenarios = db
    .select()
    .from(scenario)
    .all()
    .map((row) => [row.key, row.nameZh] as const);
  const chains = db.select().from(chain).orderBy(asc(chain.no)).all().map(chainOf);
  const countiesOf = (of: Park) => {
    if (regions.get(of.regionCode)?.level === "county") return [of.regionCode];
    const inside = [...regions.values()].filter(({ parentCode }) => parentCode === of.prefectureCode);
    return inside.length > 0 ? inside.map(({ code }) => code) : ["360112"];
  };
  const under = new Map<string, IndustryClass[]>();
  return {
    parks,
    active: activeParks(parks, plan),
    regions,
    prefectures: [...regions.values()].filter(({ level }) => level === "prefecture"),
    countiesOf,
    wordsOf(of, countyCode) {
      const city = placeWord(regions.get(of.prefectureCode)?.nameZh ?? "江西省");
      return [city, city, placeWord(regions.get(countyCode)?.nameZh ?? "江西省"), "江西", "江西"];
    },
    classesUnder(code) {
      let found = under.get(code);
      // Cigarettes and refineries are no trade of small enterprises.
      if (!found)
        under.set(code, (found = classes.filter((row) => row.code.startsWith(code) && !/^C(16|25)/.test(row.code))));
      return found;
    },
    industryNames: new Map(names),
    scenarioNames: new Map(scenarios),
    priorityOf(code) {
      const own = chains.find(({ divisions }) => divisions.some((listed) => code.startsWith(listed)));
      const near =
        own ?? chains.find(({ secondaryDivisions }) => secondaryDivisions.some((listed) => code.startsWith(listed)));
      return near?.priorityScenarios ?? ["production_control", "quality", "energy", "warehouse_logistics"];
    },
  };
}

/** The family that knows an industry best; general words where none does. */
export function familyOf(code: string): Family {
  let [best, length] = [generalFamily, 0];
  for (const family of families) {
    for (const listed of family.codes) {
      if (code.startsWith(listed) && listed.length > length) [best, length] = [family, listed.length];
    }
  }
  return best;
}

export const FIRST_PARK = "nanchang-xiaolan-etdz";
export const SECOND_PARK = "ganzhou-nankang-edz";

function activeParks(parks: Park[], plan: Plan): Park[] {
  const { parks: named } = plan;
  const chosen = named
    ? parks.filter(({ slug }) => named.includes(slug))
    : parks.filter(({ inProgramme }) => inProgramme);
  const rank = ({ slug }: Park) => (slug === FIRST_PARK ? 0 : slug === SECOND_PARK ? 1 : 2);
  const sorted = chosen.toSorted((a, b) => rank(a) - rank(b));
  if (itemAt(sorted, 0).slug !== FIRST_PARK) throw new Error(`The demonstration world needs the park ${FIRST_PARK}.`);
  return sorted;
}
