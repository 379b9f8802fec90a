/** Which public pages may be sent as kept bytes, what those depend on, and whose copy a request asks for. */
import { listingParams, parseListingQuery } from "~/domain/catalogue/listing-query";

/**
 * What a kept page must be newer than. `catalogue`: the last change of providers, solutions and what their pages draw;
 * `public`: the same and the minute, for what is drawn by the clock or from figures that are a minute old anyway;
 * `everything`: the last commit of any process, and the minute.
 */
export type Grade = "catalogue" | "public" | "everything";

const KEPT: readonly (readonly [RegExp, Grade])[] = [
  [/^\/(solutions|providers)(\/[^/]+)?$/, "catalogue"],
  [/^\/(scenarios|parks|cases|events)(\/[^/]+)?$/, "everything"],
  [/^\/$/, "public"],
  [/^\/(clinic|insight|about|privacy|accessibility|how-we-rank)$/, "everything"],
];

/** Drawn from a reader's own favourites: nobody else's drawing serves them. */
const PERSONAL = "/solutions/compare";

/** The view of one reader alone begins with this. */
export const OWN = "own ";

/**
 * Null: the page is made for every request. Who is signed
 * in, what they keep and what they were told lies in the database: a page of one reader holds until any commit.
 */
export function gradeOf(path: string, view: string): Grade | null {
  const grade = sharedGradeOf(path);
  if (!grade || !view.startsWith(OWN)) return grade;
  return path === PERSONAL ? null : "everything";
}

/** What the part of a page depends on that all readers share. */
export function sharedGradeOf(path: string): Grade | null {
  return KEPT.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** The language and theme of a view: those who have them in common see the same but for their own parts. */
export function sharedViewOf(view: string): string {
  return view.startsWith(OWN) ? view.slice(view.indexOf(" ", OWN.length) + 1) : view;
}

const none = new Set<string>();
const nothingKnown = { industries: none, scenarios: none, parks: none, regions: none, providers: none };
const listingNames = Object.keys(listingParams(parseListingQuery(new URLSearchParams(), nothingKnown).query));

/** Parameters that a page reads, where that is known; others, such as those of campaigns, make no other page. */
const READ: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^\/$/, none],
  [/^\/solutions$/, new Set(listingNames)],
  [/^\/solutions\/(?!compare$)[^/]+$/, none],
];

/** The address by which a page is kept and drawn: path and query without what the page does not read. */
export function addressOf(url: string): string {
  const at = url.indexOf("?");
  if (at < 0) return url;
  const path = url.slice(0, at);
  const read = READ.find(([pattern]) => pattern.test(path))?.[1];
  if (!read) return url;
  const params = [...new URLSearchParams(url.slice(at))].filter(([name]) => read.has(name));
  return params.length > 0 ? `${path}?${new URLSearchParams(params)}` : path;
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
  // Read when an expert signs out.
  field: "elsewhere",
};

/** For whom a page is made, by the cookies that came: any visitor, this reader alone, or this one moment. */
export function readerOf(cookieHeader: string | null | undefined): "visitor" | "own" | "moment" {
  const uses = (cookieHeader ?? "").split(";").map((pair) => cookieUse[nameOf(pair)]);
  if (uses.includes("moment")) return "moment";
  return uses.includes("personal") ? "own" : "visitor";
}

/** The name in one `name=value` of a Cookie header. */
export function nameOf(pair: string): string {
  return pair.split("=", 1)[0]?.trim() ?? "";
}

/** What is drawn by the calendar: ranking rotates at midnight in the province, events begin and end. */
export function clockOf(grade: Grade, at: number): number {
  return grade === "catalogue" ? Math.floor((at + SHANGHAI_MS) / DAY_MS) : Math.floor(at / MINUTE_MS);
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;
