/** Shapes and limits of the editor's sections. A section may be saved incomplete; solution-sections.ts says what is missing. */
import { z } from "zod";
import { deployments, priceModels } from "#db/vocabulary/catalogue";
import {
  codes,
  line,
  optionalParagraph,
  optionalWholeNumber,
  optionalYuan,
  seenEdit,
  someOf,
  ticked,
} from "~/domain/fields";

const MAX_KEYWORDS = 12;

/** Words separated by comma, semicolon, ideographic comma or line break. */
const keywords = optionalParagraph(400)
  .transform((text) => [...new Set(text.split(/[,，;；、\n|]/).map((word) => word.trim()))].filter(Boolean))
  .pipe(z.array(z.string().max(30)).max(MAX_KEYWORDS));

const priceModel = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.enum(priceModels, "form:choose").nullable(),
);

export const sectionForms = {
  basics: z.object({ title: line(60), summary: optionalParagraph(200) }),
  functions: z.object({
    painPoints: optionalParagraph(2000),
    functions: optionalParagraph(3000),
    description: optionalParagraph(5000),
  }),
  audience: z.object({ industries: codes(60), scenarios: codes(23), parks: codes(120), regions: codes(120) }),
  price: z
    .object({
      deployment: someOf(deployments),
      priceModel,
      priceMinFen: optionalYuan(),
      priceMaxFen: optionalYuan(),
      firstYearCostFen: optionalYuan(),
    })
    .refine(({ priceMinFen, priceMaxFen }) => isAscending(priceMinFen, priceMaxFen), {
      path: ["priceMaxFen"],
      error: "catalogue:editor.error.price_order",
    }),
  delivery: z
    .object({
      deployDays: optionalWholeNumber(1, 1000),
      levelFrom: optionalWholeNumber(0, 4),
      levelTo: optionalWholeNumber(0, 4),
      hardware: optionalParagraph(500),
    })
    .refine(({ levelFrom, levelTo }) => isAscending(levelFrom, levelTo), {
      path: ["levelTo"],
      error: "catalogue:editor.error.level_order",
    }),
  security: z.object({ dataExport: optionalParagraph(1000), security: optionalParagraph(1000) }),
  proof: z.object({
    effects: optionalParagraph(2000),
    service: optionalParagraph(1000),
    keywords,
    trial: ticked(),
    ai: ticked(),
  }),
} as const;

export type SectionValues = { [K in keyof typeof sectionForms]: z.output<(typeof sectionForms)[K]> };

/** The version and edit a section was drawn from, for optimistic locking. */
export const DrawnFrom = z.object({ versionId: z.string().max(40), seenEdit: seenEdit() });
export type DrawnFrom = z.output<typeof DrawnFrom>;

/** What a section's form says beside its fields. */
export const ConflictForm = z.object({
  marks: z.string().max(1000).default(""),
  /** `take.<field>`: of what two people saved, the stored value is kept instead of the typed one. */
  take: z.record(z.string().max(40), z.enum(["mine", "theirs"])).optional(),
});

export const NewSolutionForm = z.object({
  /** Made when the form was drawn, so that a second click makes no second solution. */
  id: z.string().regex(/^sol_[0-9a-hjkmnp-tv-z]{26}$/),
  title: line(60),
  summary: optionalParagraph(200),
});
export type NewSolution = z.output<typeof NewSolutionForm>;

/** Whether prices and levels go up: what one form checks, and what two people's forms may break together. */
export function isInOrder(content: Ordered): boolean {
  return isAscending(content.priceMinFen, content.priceMaxFen) && isAscending(content.levelFrom, content.levelTo);
}

type Ordered = Pick<SectionValues["price"], "priceMinFen" | "priceMaxFen"> &
  Pick<SectionValues["delivery"], "levelFrom" | "levelTo">;

function isAscending(low: number | null, high: number | null): boolean {
  return low === null || high === null || low <= high;
}
