/**
 * The shape of an assessment scheme: questionnaire, levels and gates as data. Reads db/reference/assessment-*.json
 * (snake case, as its source writes it) into the words the rest of the code uses; scheme-sums.ts refuses what does not add up.
 */
import { z } from "zod";
import { derivationOf } from "./derivation";
import { chinese, NumberField, Option } from "./scheme-parts";
import { supplementOf } from "./supplements";

const key = z.string().regex(/^[a-z][a-z0-9_]*$/);

const Question = z
  .object({
    key,
    no: z.number().int(),
    type: z.enum(["single", "multi"]),
    level2_zh: chinese.optional(),
    level2_en: z.string().optional(),
    text_zh: chinese,
    text_en: z.string(),
    options: z.array(Option).min(2),
    max_score: z.number().positive(),
    scoring: z.string(),
    confidence: z.string(),
    scene_key: key.optional(),
    constrained: z.boolean().default(false),
    definition_zh: chinese.optional(),
    definition_en: z.string().optional(),
    numeric_fields: z.array(NumberField).default([]),
    derive: z.object({ expr: z.string() }).optional(),
    evidence_zh: z.array(chinese).default([]),
    typical_systems: z.array(z.string()).default([]),
    constrained_note: z.string().optional(),
    confidence_note: z.string().optional(),
  })
  .transform((raw) => {
    const extra = supplementOf(raw.key);
    const expression = extra?.derive ?? raw.derive?.expr;
    return {
      key: raw.key,
      no: raw.no,
      type: raw.type,
      /** What it is about, in a word or two; of a scenario, its name. */
      topicZh: raw.level2_zh ?? /“(.+?)”/.exec(raw.text_zh)?.[1] ?? raw.text_zh,
      topicEn: raw.level2_en ?? /: (.+)$/.exec(raw.text_en)?.[1] ?? raw.text_en,
      textZh: raw.text_zh,
      textEn: raw.text_en,
      options: raw.options,
      maxScore: raw.max_score,
      /** The option that excludes all others of a multiple choice. */
      noneValue: /option '(\w)' \(none\) is exclusive/.exec(raw.scoring)?.[1] ?? null,
      /** Set on the questions that place a scenario at a level instead of giving points. */
      sceneKey: raw.scene_key ?? null,
      constrained: raw.constrained,
      definitionZh: raw.definition_zh ?? null,
      definitionEn: raw.definition_en ?? null,
      numberFields: [...raw.numeric_fields, ...(extra?.fields ?? [])],
      /** How the counts choose the option; null when only a person can. */
      derivation: expression === undefined ? null : derivationOf(expression),
      evidenceZh: raw.evidence_zh,
      typicalSystems: raw.typical_systems,
      /** Not verified against the issued document. */
      isProvisional: raw.confidence !== "official" || Boolean(raw.constrained_note ?? raw.confidence_note),
    };
  });

const Indicator = z
  .object({
    key,
    name_zh: chinese,
    name_en: z.string(),
    max_score: z.number().optional(),
    questions: z.array(Question).min(1),
  })
  .transform((raw) => ({
    key: raw.key,
    nameZh: raw.name_zh,
    nameEn: raw.name_en,
    maxScore: raw.max_score ?? 0,
    questions: raw.questions,
  }));

const Dimension = z
  .object({
    key,
    name_zh: chinese,
    name_en: z.string(),
    max_score: z.number().nullable(),
    mode: z.enum(["points", "scenario_level"]),
    indicators: z.array(Indicator).min(1),
  })
  .transform((raw) => ({
    key: raw.key,
    nameZh: raw.name_zh,
    nameEn: raw.name_en,
    maxScore: raw.max_score ?? 0,
    mode: raw.mode,
    indicators: raw.indicators,
  }));

const Level = z
  .object({
    level: z.number().int(),
    name_zh: chinese,
    name_en: z.string(),
    description_zh: chinese,
    description_en: z.string(),
  })
  .transform((raw) => ({
    level: raw.level,
    nameZh: raw.name_zh,
    nameEn: raw.name_en,
    descriptionZh: raw.description_zh,
    descriptionEn: raw.description_en,
  }));

const Gate = z
  .object({
    level: z.number().int(),
    min_score: z.number(),
    min_scenes: z.number().int(),
    min_constrained: z.number().int(),
  })
  .transform((raw) => ({
    level: raw.level,
    minScore: raw.min_score,
    minScenes: raw.min_scenes,
    minConstrained: raw.min_constrained,
  }));

export const Scheme = z
  .object({
    key,
    edition: z.string(),
    title_zh: chinese,
    title_en: z.string(),
    issuing_no: z.string(),
    issued: z.string(),
    dimensions: z.array(Dimension),
    levels: z.array(Level),
    gating: z.object({ confidence: z.string(), thresholds: z.array(Gate), constrained_scenes: z.array(key) }),
  })
  .transform((raw) => ({
    key: raw.key,
    edition: raw.edition,
    titleZh: raw.title_zh,
    titleEn: raw.title_en,
    issuingNo: raw.issuing_no,
    issuedOn: raw.issued,
    dimensions: raw.dimensions,
    levels: raw.levels,
    gates: raw.gating.thresholds.toSorted((a, b) => a.level - b.level),
    /** The thresholds were reconstructed, not read in the issued document. */
    areGatesProvisional: raw.gating.confidence !== "official",
    constrainedScenes: raw.gating.constrained_scenes,
  }));

export type Scheme = z.infer<typeof Scheme>;
export type Dimension = Scheme["dimensions"][number];
export type Indicator = Dimension["indicators"][number];
export type Question = Indicator["questions"][number];
export type Gate = Scheme["gates"][number];
export type LevelName = Scheme["levels"][number];

/** Every question of a scheme, in the order they are asked. */
export function questionsOf(scheme: Scheme): Question[] {
  return scheme.dimensions.flatMap((dimension) => dimension.indicators.flatMap((indicator) => indicator.questions));
}

/** The questions that place a scenario at a level. */
export function scenarioQuestionsOf(scheme: Scheme): ScenarioQuestion[] {
  return questionsOf(scheme).filter(isScenarioQuestion);
}

export type ScenarioQuestion = Question & { sceneKey: string };

function isScenarioQuestion(question: Question): question is ScenarioQuestion {
  return question.sceneKey !== null;
}
