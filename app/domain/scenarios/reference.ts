/** Reference data as the domain and the pages see it: places, industries, parks, scenarios, chains. Client-safe types. */

export type Region = {
  /** Six digits, GB/T 2260. */
  code: string;
  parentCode: string | null;
  level: "province" | "prefecture" | "county";
  nameZh: string;
  nameEn: string;
};

export type Industry = {
  /** GB/T 4754-2017; a parent's code is a prefix of its children's: C ⊃ C36 ⊃ C367 ⊃ C3670. */
  code: string;
  parentCode: string | null;
  level: "section" | "division" | "group" | "class";
  nameZh: string;
  nameEn: string;
};

export type Park = {
  slug: string;
  code: string | null;
  nameZh: string;
  shortNameZh: string;
  nameEn: string;
  level: "national" | "provincial";
  kind: string;
  /** A county; the prefecture for zones of a city; the province for a new area across prefectures. */
  regionCode: string;
  prefectureCode: string;
  leadingIndustriesZh: string;
  leadingIndustries: string[];
  aliasesZh: string[];
  confidence: "high" | "medium" | "low";
  industriesConfidence: string | null;
  inProgramme: boolean;
  note: string | null;
};

/**
 * How far a scenario's row may be called official: the 16 names are the ministry's, the 7 categories are the platform's own,
 * the industry examples are transcribed from a guide and may carry slips.
 */
export type ScenarioTrust = "official_name" | "own_category" | "transcribed";

/** What an enterprise does at one level of a scenario; our concise restatement, not the official wording. */
export type LevelTarget = { level: number; zh: string; en: string };

export type Scenario = {
  key: string;
  kind: "core" | "foundation" | "example";
  no: number;
  stageKey: string | null;
  stageZh: string;
  stageEn: string;
  nameZh: string;
  nameEn: string;
  descriptionZh: string;
  descriptionEn: string;
  /** One of the ten of which a level also asks for a number of its own; the list is provisional. */
  constrained: boolean;
  typicalSystems: string[];
  targets: LevelTarget[];
  trust: ScenarioTrust;
  /** Of an example: the core scenario it belongs to, its code in the guide, its industry and the three lists. */
  example: ScenarioExample | null;
};

export type ScenarioExample = {
  coreScenario: string;
  officialCode: string;
  industryZh: string;
  industryEn: string;
  tools: string[];
  models: string[];
  records: string[];
};

export type Chain = {
  slug: string;
  no: number;
  nameZh: string;
  nameEn: string;
  /** GB/T 4754 codes of the divisions and groups that make it up. */
  divisions: string[];
  secondaryDivisions: string[];
  subSectorsZh: string[];
  painPoints: { zh: string; en: string }[];
  priorityScenarios: string[];
  /** Some of its pain points were put together from general knowledge, not from a document: label them so. */
  isProvisional: boolean;
};

export type Reference = {
  regions: ReadonlyMap<string, Region>;
  industries: ReadonlyMap<string, Industry>;
  /** By slug. */
  parks: ReadonlyMap<string, Park>;
  /** By key: core first, then foundation, then examples. */
  scenarios: ReadonlyMap<string, Scenario>;
  chains: readonly Chain[];
};
