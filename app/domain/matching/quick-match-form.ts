/** The visitor's quick match: GET parameters of /match and /api/v1/match. Unknown values are ignored and named, never refused. */
import { beginningOf, industryNamed } from "~/domain/catalogue/listing-query";
import { fold, plainYuan } from "~/domain/fields";
import type { Reference } from "~/domain/scenarios/reference";

export type QuickQuery = {
  industry: string | null;
  park: string | null;
  region: string | null;
  scenarios: string[];
  budgetFen: number | null;
  days: number | null;
  level: number | null;
};

export const quickFields = ["industry", "park", "region", "scenario", "budget", "days", "level"] as const;
export type QuickField = (typeof quickFields)[number];
export type Ignored = { field: QuickField; value: string };

const MAX_YUAN = 1_000_000_000;
const MAX_DAYS = 3_650;
const TOP_LEVEL = 4;
const SHOWN_CHARACTERS = 40;

/** Reads the query and names what could not be used. */
export function readQuickQuery(
  reference: Reference,
  params: URLSearchParams,
): { query: QuickQuery; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  function take<T>(field: QuickField, read: (text: string) => T | null): { text: string; value: T }[] {
    return params.getAll(field).flatMap((typed) => {
      const text = fold(typed);
      if (text === "") return [];
      const value = read(text);
      if (value !== null) return [{ text, value }];
      ignore(field, text);
      return [];
    });
  }
  function first<T>(field: QuickField, read: (text: string) => T | null): T | null {
    const [found, ...more] = take(field, read);
    for (const { text } of more) ignore(field, text);
    return found?.value ?? null;
  }
  function ignore(field: QuickField, text: string) {
    ignored.push({ field, value: beginningOf(text, SHOWN_CHARACTERS) });
  }
  const query = {
    industry: first("industry", (text) => industryNamed(text, reference.industries)),
    park: first("park", (text) => reference.parks.get(text.toLowerCase())?.slug ?? null),
    region: first("region", (text) => reference.regions.get(text)?.code ?? null),
    scenarios: [...new Set(take("scenario", (text) => needableScenario(reference, text)).map(({ value }) => value))],
    budgetFen: first("budget", (text) => fen(text)),
    days: first("days", (text) => whole(text, 1, MAX_DAYS)),
    level: first("level", (text) => whole(text, 0, TOP_LEVEL)),
  };
  return { query, ignored };
}

/** The query as parameters again, as pages link to each other; `after` only when given, since any change starts at the top. */
export function quickParams(query: QuickQuery, after: string | null = null) {
  const { industry, park, region, scenarios, budgetFen, days, level } = query;
  const budget = budgetFen === null ? null : budgetFen / 100;
  return { industry, park, region, scenario: scenarios, budget, days, level, after };
}

/** Whether anything was asked at all. */
export function isEmptyQuery({ scenarios, ...single }: QuickQuery): boolean {
  return scenarios.length === 0 && Object.values(single).every((value) => value === null);
}

/** Industry examples illustrate a scenario; needs and listings speak of the core and foundation ones. */
function needableScenario(reference: Reference, key: string): string | null {
  const scenario = reference.scenarios.get(key.toLowerCase());
  return scenario && scenario.kind !== "example" ? scenario.key : null;
}

function fen(text: string): number | null {
  const plain = plainYuan(text);
  if (!/^\d+(\.\d{1,2})?$/.test(plain) || Number(plain) > MAX_YUAN) return null;
  return Math.round(Number(plain) * 100);
}

function whole(text: string, min: number, max: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}
