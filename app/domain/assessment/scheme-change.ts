/** What may be edited of a scheme, as a form and as a change of its content. Questions, options and points stay as they are. */
import { z } from "zod";
import { codes, day, line, optionalDecimal, paragraph, seenEdit, wholeNumber } from "~/domain/fields";
import { questionsOf, scenarioQuestionsOf, type Gate, type Scheme } from "./scheme";

type Words = { zh: string; en: string };

export type SchemeChange = {
  gates: Gate[];
  /** Scenario keys. */
  constrained: string[];
  /** Level → its name. */
  levels: Record<string, Words>;
  /** Question key → option value → its text; options that are ranges are said from their numbers and have none. */
  options: Record<string, Record<string, Words>>;
};

const LONGEST_NAME = 40;
const LONGEST_OPTION = 300;
const LONGEST_NOTE = 600;

const counts = ["score", "scenes", "constrained"] as const;
export type GateField = (typeof counts)[number];
const asked = { score: "minScore", scenes: "minScenes", constrained: "minConstrained" } as const;

/** Names of the form's fields. */
export const fieldOf = {
  gate: (part: GateField, level: number) => `${part}_${level}`,
  level: (level: number, language: keyof Words) => `level_${level}_${language}`,
  option: (question: string, value: string, language: keyof Words) => `option-${question}-${value}-${language}`,
};

/** The options of a question that have words of their own. */
export function wordedOptions<Option extends { range: unknown }>(options: readonly Option[]): Option[] {
  return options.filter(({ range }) => range === null);
}

type Typed = Record<string, string | string[] | number | null>;

/**
 * The form that edits a scheme. Errors at the field: a gate that asks for less than the one below it or for more than there
 * is, a name or text missing in one language. Hidden: the newest version when it was drawn, the change that was tried.
 */
export function changeForm(scheme: Scheme) {
  const scenes = scenarioQuestionsOf(scheme).map(({ sceneKey }) => sceneKey);
  return z
    .object({ ...shapeOf(scheme, scenes), ...about })
    .superRefine((typed, context) => {
      for (const [field, message] of gateProblems(scheme, typed)) {
        context.addIssue({ code: "custom", path: [field], message });
      }
    })
    .transform(({ effectiveOn, note, newest, tried, ...typed }) => ({
      ...{ effectiveOn, note, newest, tried },
      change: changeTyped(scheme, typed),
    }));
}

const about = {
  effectiveOn: day(),
  note: paragraph(LONGEST_NOTE),
  newest: seenEdit(),
  tried: z.string().max(80).default(""),
};

function shapeOf(scheme: Scheme, scenes: string[]) {
  const shape: Record<string, z.ZodType<Typed[string]>> = {
    constrained: codes(scenes.length).refine((chosen) => chosen.every((key) => scenes.includes(key)), "form:choose"),
  };
  for (const { level } of scheme.gates) {
    shape[fieldOf.gate("score", level)] = optionalDecimal(0, 100).refine((score) => score !== null, "form:required");
    shape[fieldOf.gate("scenes", level)] = wholeNumber(0, scenes.length);
    shape[fieldOf.gate("constrained", level)] = wholeNumber(0, scenes.length);
  }
  for (const { level } of scheme.levels) {
    for (const language of languages) shape[fieldOf.level(level, language)] = line(LONGEST_NAME);
  }
  for (const { key, value } of allOptions(scheme)) {
    for (const language of languages) shape[fieldOf.option(key, value, language)] = line(LONGEST_OPTION);
  }
  return shape;
}

const languages = ["zh", "en"] as const;

function allOptions(scheme: Scheme) {
  return questionsOf(scheme).flatMap(({ key, options }) =>
    wordedOptions(options).map(({ value, labelZh, labelEn }) => ({ key, value, labelZh, labelEn })),
  );
}

function gateProblems(scheme: Scheme, typed: Record<string, unknown>): [string, string][] {
  const marked = Array.isArray(typed.constrained) ? typed.constrained.length : 0;
  return counts.flatMap((part) =>
    scheme.gates.flatMap(({ level }, at): [string, string][] => {
      const field = fieldOf.gate(part, level);
      const below = scheme.gates[at - 1];
      const [value, lower] = [typed[field], below ? typed[fieldOf.gate(part, below.level)] : 0];
      if (typeof value !== "number" || typeof lower !== "number") return [];
      if (value < lower) return [[field, "schemes:error.falls"]];
      if (part !== "constrained") return [];
      if (value > marked) return [[field, "schemes:error.more_than_marked"]];
      const all = typed[fieldOf.gate("scenes", level)];
      return typeof all === "number" && value > all ? [[field, "schemes:error.more_than_scenes"]] : [];
    }),
  );
}

function changeTyped(scheme: Scheme, typed: Record<string, unknown>): SchemeChange {
  const text = (field: string) => String(typed[field] ?? "");
  const options: SchemeChange["options"] = {};
  for (const { key, value } of allOptions(scheme)) {
    options[key] = { ...options[key], [value]: wordsOf((language) => text(fieldOf.option(key, value, language))) };
  }
  return {
    gates: scheme.gates.map(({ level }) => ({
      level,
      minScore: Number(typed[fieldOf.gate("score", level)]),
      minScenes: Number(typed[fieldOf.gate("scenes", level)]),
      minConstrained: Number(typed[fieldOf.gate("constrained", level)]),
    })),
    // In the order of the questionnaire, so that the same ticks are the same change.
    constrained: scenarioQuestionsOf(scheme)
      .map(({ sceneKey }) => sceneKey)
      .filter((key) => Array.isArray(typed.constrained) && typed.constrained.includes(key)),
    levels: Object.fromEntries(
      scheme.levels.map(({ level }) => [level, wordsOf((language) => text(fieldOf.level(level, language)))]),
    ),
    options,
  };
}

function wordsOf(of: (language: keyof Words) => string): Words {
  return { zh: of("zh"), en: of("en") };
}

/** A scheme as its form shows it. */
export function typedOf(scheme: Scheme): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = { constrained: [...scheme.constrainedScenes] };
  for (const gate of scheme.gates) {
    for (const part of counts) typed[fieldOf.gate(part, gate.level)] = String(gate[asked[part]]);
  }
  for (const { level, nameZh, nameEn } of scheme.levels) {
    typed[fieldOf.level(level, "zh")] = nameZh;
    typed[fieldOf.level(level, "en")] = nameEn;
  }
  for (const { key, value, labelZh, labelEn } of allOptions(scheme)) {
    typed[fieldOf.option(key, value, "zh")] = labelZh;
    typed[fieldOf.option(key, value, "en")] = labelEn;
  }
  return typed;
}
