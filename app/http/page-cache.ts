/** Which pages visitors may get as kept bytes, what those depend on, and whose copy a request asks for. */

/**
 * What a kept page must be newer than. `catalogue`: the last change of providers, solutions and what their pages draw;
 * `everything`: the last commit of any process, and the minute, for pages of events and figures.
 */
export type Grade = "catalogue" | "everything";

const KEPT: readonly (readonly [RegExp, Grade])[] = [
  [/^\/(solutions|providers)(\/[^/]+)?$/, "catalogue"],
  [/^\/(scenarios|parks|cases|events)(\/[^/]+)?$/, "everything"],
  [/^\/(clinic|insight|about|privacy|accessibility|how-we-rank)?$/, "everything"],
];

/** Null: the page is made for every request. Addresses that draw a visitor's own answers are not in the list. */
export function gradeOf(path: string): Grade | null {
  return KEPT.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** Every cookie of this app, so that a new one is thought about: a test watches who reads cookies. */
export const cookieUse: Readonly<Record<string, "personal" | "view" | "elsewhere">> = {
  session: "personal",
  flash: "personal",
  favourites: "personal",
  lang: "view",
  theme: "view",
  // Read by the questionnaire and what follows from it, none of which is kept.
  assessment: "elsewhere",
};

/** Whether a Cookie header holds nothing by which one visitor's page differs from another's, language and theme aside. */
export function isVisitor(cookieHeader: string | null | undefined): boolean {
  if (!cookieHeader) return true;
  return cookieHeader.split(";").every((pair) => cookieUse[pair.split("=", 1)[0]?.trim() ?? ""] !== "personal");
}

/** What is drawn by the calendar: ranking rotates at midnight in the province, events begin and end. */
export function clockOf(grade: Grade, at: number): number {
  return grade === "catalogue" ? Math.floor((at + SHANGHAI_MS) / DAY_MS) : Math.floor(at / MINUTE_MS);
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;
