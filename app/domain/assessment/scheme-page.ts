/** What the page of one scheme version draws. Pure. */
import { scenarioQuestionsOf, type Scheme } from "./scheme";
import { typedOf, wordedOptions } from "./scheme-change";
import type { Trial } from "./scheme-trial.server";
import type { ReadScheme, SchemeLine } from "./scheme-versions.server";
import { sectionsOf } from "./sections";

export type SchemePage = ReturnType<typeof schemePage>;

/** A dry run as it is shown: parks by name. `digest` stands for the change that was tried. */
export type TriedPark = { nameZh: string | null; nameEn: string | null; up: number; down: number };
export type Tried = { digest: string; trials: (Omit<Trial, "parks"> & { parks: TriedPark[] })[] };

export function schemePage({ scheme, newest }: Pick<ReadScheme, "scheme" | "newest">, line: SchemeLine, today: string) {
  return {
    ...{ line, newest, today },
    titleZh: scheme.titleZh,
    titleEn: scheme.titleEn,
    issuingNo: scheme.issuingNo,
    levels: scheme.levels.map(({ level }) => level),
    typed: typedOf(scheme),
    scenarios: scenarioQuestionsOf(scheme).map(({ sceneKey, topicZh, topicEn }) => ({
      key: sceneKey,
      topicZh,
      topicEn,
    })),
    sections: wordedSections(scheme),
  };
}

function wordedSections(scheme: Scheme) {
  return sectionsOf(scheme).map(({ slug, nameZh, nameEn, questions }) => ({
    ...{ slug, nameZh, nameEn },
    questions: questions.flatMap(({ key, no, topicZh, topicEn, options }) => {
      const worded = wordedOptions(options).map(({ value }) => ({ value }));
      return worded.length === 0 ? [] : [{ key, no, topicZh, topicEn, options: worded }];
    }),
  }));
}
