/** Writing a change into the stored content of a scheme. What the form does not know stays untouched, sources and notes too. */
import { z } from "zod";
import type { SchemeChange } from "./scheme-change";

const Option = z.looseObject({ value: z.string(), label_zh: z.string(), label_en: z.string() });
const Question = z.looseObject({ key: z.string(), scene_key: z.string().optional(), options: z.array(Option) });
const Content = z.looseObject({
  dimensions: z.array(z.looseObject({ indicators: z.array(z.looseObject({ questions: z.array(Question) })) })),
  levels: z.array(z.looseObject({ level: z.number(), name_zh: z.string(), name_en: z.string() })),
  gating: z.looseObject({ thresholds: z.array(z.looseObject({ level: z.number() })) }),
});

/** The content with the change in it: the same questions, option values and points as before. */
export function revisedContent(content: unknown, change: SchemeChange): Record<string, unknown> {
  const { dimensions, levels, gating, ...rest } = Content.parse(content);
  return {
    ...rest,
    dimensions: dimensions.map((dimension) => ({
      ...dimension,
      indicators: dimension.indicators.map((indicator) => ({
        ...indicator,
        questions: indicator.questions.map((question) => revisedQuestion(question, change)),
      })),
    })),
    levels: levels.map((one) => {
      const name = change.levels[one.level];
      return name ? { ...one, name_zh: name.zh, name_en: name.en } : one;
    }),
    gating: {
      ...gating,
      thresholds: gating.thresholds.map((gate) => revisedGate(gate, change)),
      constrained_scenes: change.constrained,
      constrained_count: change.constrained.length,
    },
  };
}

function revisedQuestion(question: z.infer<typeof Question>, change: SchemeChange) {
  const texts = change.options[question.key] ?? {};
  const options = question.options.map((option) => {
    const text = texts[option.value];
    return text ? { ...option, label_zh: text.zh, label_en: text.en } : option;
  });
  if (question.scene_key === undefined) return { ...question, options };
  return { ...question, options, constrained: change.constrained.includes(question.scene_key) };
}

function revisedGate<Raw extends { level: number }>(raw: Raw, { gates }: SchemeChange) {
  const gate = gates.find(({ level }) => level === raw.level);
  if (!gate) return raw;
  return { ...raw, min_score: gate.minScore, min_scenes: gate.minScenes, min_constrained: gate.minConstrained };
}
