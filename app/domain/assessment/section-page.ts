/** What the page of one section draws, the same for visitors, enterprises and experts. Pure. */
import type { Answers } from "./answers";
import type { Scheme } from "./scheme";
import { progressOf, sectionsOf, type Progress, type Section } from "./sections";

export type SectionStep = Pick<Section, "slug" | "nameZh" | "nameEn"> & Progress;

export type SectionPage = {
  section: Section;
  steps: SectionStep[];
  /** Field name → what is answered so far, as the form takes it. */
  defaults: Record<string, string[] | number>;
  /** Slugs; null at the ends. */
  previous: string | null;
  next: string | null;
};

/** The sections of a scheme with how far each one is. */
export function stepsOf(scheme: Scheme, answers: Answers): SectionStep[] {
  const sections = sectionsOf(scheme);
  const progress = progressOf(sections, answers);
  return sections.flatMap(({ slug, nameZh, nameEn }, at) => {
    const step = progress[at];
    return step ? [{ ...step, slug, nameZh, nameEn }] : [];
  });
}

/** The page of a section, or null when the scheme has none of this name. */
export function sectionPage(scheme: Scheme, answers: Answers, slug: string): SectionPage | null {
  const sections = sectionsOf(scheme);
  const at = sections.findIndex((section) => section.slug === slug);
  const section = sections[at];
  if (!section) return null;
  return {
    section,
    steps: stepsOf(scheme, answers),
    defaults: defaultsOf(section, answers),
    previous: sections[at - 1]?.slug ?? null,
    next: sections[at + 1]?.slug ?? null,
  };
}

/** The first section with an open question, else the first of all. */
export function openSection(steps: SectionStep[]): string {
  const open = steps.find(({ answered, total }) => answered < total) ?? steps[0];
  if (!open) throw new Error("a scheme without sections");
  return open.slug;
}

function defaultsOf({ questions }: Section, answers: Answers): Record<string, string[] | number> {
  const defaults: Record<string, string[] | number> = {};
  for (const { key, numberFields } of questions) {
    const answer = answers[key];
    if (answer) defaults[key] = answer.choice;
    for (const field of numberFields) {
      const amount = answer?.numbers[field.key];
      if (typeof amount === "number") defaults[field.key] = amount;
    }
  }
  return defaults;
}
