/** The JSON kept with scenarios and chains, in the shape of db/reference, turned into what the domain sees. */
import { z } from "zod";
import type { Chain, Scenario } from "./reference";

const strings = z.array(z.string()).default([]);
const byLevel = z.record(z.string(), z.string()).default({});

const ScenarioContent = z.object({
  stage: z.string().default(""),
  stage_en: z.string().default(""),
  description_zh: z.string().default(""),
  description_en: z.string().default(""),
  constrained: z.boolean().default(false),
  typical_systems: strings,
  target_by_level_zh: byLevel,
  target_by_level_en: byLevel,
  core_scene: z.string().optional(),
  official_code: z.string().default(""),
  industry_zh: z.string().default(""),
  industry_en: z.string().default(""),
  lists: z.object({ tools_zh: strings, models_zh: strings, data_zh: strings }).optional(),
});

const ChainContent = z.object({
  sub_sectors_zh: strings,
  pain_points: z.array(z.object({ zh: z.string(), en: z.string() })).default([]),
  priority_scenes: strings,
  pain_confidence: z.string().default("reconstructed"),
});

const TRUST = { core: "official_name", foundation: "own_category", example: "transcribed" } as const;

type ScenarioRow = Pick<Scenario, "key" | "kind" | "no" | "stageKey" | "nameZh" | "nameEn"> & { content: unknown };
type ChainRow = Pick<Chain, "slug" | "no" | "nameZh" | "nameEn" | "divisions" | "secondaryDivisions"> & {
  content: unknown;
};

export function scenarioOf({ content, ...row }: ScenarioRow): Scenario {
  const given = ScenarioContent.parse(content);
  return {
    ...row,
    stageZh: given.stage,
    stageEn: given.stage_en,
    descriptionZh: fullWidth(given.description_zh),
    descriptionEn: given.description_en,
    constrained: given.constrained,
    typicalSystems: given.typical_systems,
    targets: Object.entries(given.target_by_level_zh).map(([level, zh]) => ({
      level: Number(level),
      zh: fullWidth(zh),
      en: given.target_by_level_en[level] ?? zh,
    })),
    trust: TRUST[row.kind],
    example: given.core_scene
      ? {
          coreScenario: given.core_scene,
          officialCode: given.official_code,
          industryZh: given.industry_zh,
          industryEn: given.industry_en,
          tools: given.lists?.tools_zh ?? [],
          models: given.lists?.models_zh ?? [],
          records: given.lists?.data_zh ?? [],
        }
      : null,
  };
}

export function chainOf({ content, ...row }: ChainRow): Chain {
  const given = ChainContent.parse(content);
  return {
    ...row,
    subSectorsZh: given.sub_sectors_zh,
    painPoints: given.pain_points.map(({ zh, en }) => ({ zh: fullWidth(zh), en })),
    priorityScenarios: given.priority_scenes,
    isProvisional: /reconstructed|inferred/.test(given.pain_confidence),
  };
}

const PUNCTUATION: Record<string, string> = { ",": "，", ";": "；", ":": "：", "(": "（", ")": "）" };

/** The files are written with half-width punctuation; Chinese sentences are read with full-width. */
function fullWidth(text: string): string {
  return text.replace(/(?<=[^\x00-\x7f])[,;:()]|[,;:()](?=[^\x00-\x7f])/g, (mark) => PUNCTUATION[mark] ?? mark);
}
