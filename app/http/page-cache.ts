/** Which public pages may be sent as kept bytes, what those depend on, and whose copy a request asks for. */

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

/** The view of one reader alone begins with this. */
export const OWN = "own ";

/**
 * Null: the page is made for every request. Addresses that draw a visitor's own answers are not in the list. Who is signed
 * in, what they keep and what they were told lies in the database: a page of one reader holds until any commit.
 */
export function gradeOf(path: string, view: string): Grade | null {
  const grade = KEPT.find(([pattern]) => pattern.test(path))?.[1] ?? null;
  return grade && view.startsWith(OWN) ? "everything" : grade;
}

/** Every cookie of this app, so that a new one is thought about: a test watches who reads cookies. */
export const cookieUse: Readonly<Record<string, "moment" | "personal" | "view" | "elsewhere">> = {
  flash: "moment",
  session: "personal",
  favourites: "personal",
  lang: "view",
  theme: "view",
  // Read by the questionnaire and what follows from it, none of which is kept.
  assessment: "elsewhere",
};

/** For whom a page is made, by the cookies that came: any visitor, this reader alone, or this one moment. */
export function readerOf(cookieHeader: string | null | undefined): "visitor" | "own" | "moment" {
  const uses = (cookieHeader ?? "").split(";").map((pair) => cookieUse[pair.split("=", 1)[0]?.trim() ?? ""]);
  if (uses.includes("moment")) return "moment";
  return uses.includes("personal") ? "own" : "visitor";
}

/** What is drawn by the calendar: ranking rotates at midnight in the province, events begin and end. */
export function clockOf(grade: Grade, at: number): number {
  return grade === "catalogue" ? Math.floor((at + SHANGHAI_MS) / DAY_MS) : Math.floor(at / MINUTE_MS);
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;
