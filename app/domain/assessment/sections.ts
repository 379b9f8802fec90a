/** The pages of a questionnaire: one group of questions a page, made from the indicators of the scheme. */
import { isAnswered, type Answers } from "./answers";
import type { Dimension, Indicator, Question, Scheme } from "./scheme";

export type Section = {
  /** Last part of the page's address. */
  slug: string;
  nameZh: string;
  nameEn: string;
  dimension: Pick<Dimension, "key" | "nameZh" | "nameEn" | "mode">;
  questions: Question[];
};

/** Indicators short enough to share a page; a group of a whole dimension takes the dimension's name. */
const together: readonly (readonly string[])[] = [
  ["data_acquisition", "information_system"],
  ["planning", "resources"],
  ["green", "quality_result", "market"],
];

export function sectionsOf(scheme: Scheme): Section[] {
  return scheme.dimensions.flatMap((dimension) =>
    grouped(dimension.indicators).map((indicators) => sectionOf(dimension, indicators)),
  );
}

export type Progress = { slug: string; answered: number; total: number };

/** How far each section is, in order. */
export function progressOf(sections: Section[], answers: Answers): Progress[] {
  return sections.map(({ slug, questions }) => ({
    slug,
    answered: questions.filter((question) => isAnswered(question, answers)).length,
    total: questions.length,
  }));
}

function grouped(indicators: Indicator[]): Indicator[][] {
  const pages: Indicator[][] = [];
  for (const indicator of indicators) {
    const page = pages.at(-1);
    const friends = together.find((group) => group.includes(indicator.key)) ?? [];
    if (page?.some(({ key }) => friends.includes(key))) page.push(indicator);
    else pages.push([indicator]);
  }
  return pages;
}

function sectionOf(dimension: Dimension, indicators: Indicator[]): Section {
  const isWhole = indicators.length === dimension.indicators.length;
  const { key, nameZh, nameEn, mode } = dimension;
  return {
    slug: (isWhole ? key : (indicators[0]?.key ?? key)).replaceAll("_", "-"),
    nameZh: isWhole ? nameZh : indicators.map((indicator) => indicator.nameZh).join("、"),
    nameEn: isWhole ? nameEn : indicators.map((indicator) => indicator.nameEn).join(", "),
    dimension: { key, nameZh, nameEn, mode },
    questions: indicators.flatMap((indicator) => indicator.questions),
  };
}
