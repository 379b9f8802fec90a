/** The parameters of the machine interface as schemas, and what they do not know. */
import { z } from "zod";
import { deployments, providerTypes, solutionSorts } from "#db/vocabulary/catalogue";
import { beginningOf, pageSizes, type IgnoredValue } from "~/domain/catalogue/listing-query";
import { said, scenarioKinds } from "./api-shapes";

const many = z.array(z.string()).optional();
const one = z.string().optional();
const yuan = z.number().min(0).max(1_000_000_000).optional();
const days = z.number().min(0).max(3_650).optional();
const after = one.meta(said("api:param.after"));
const per = z.literal(pageSizes).default(20).meta(said("api:param.per"));

export const SolutionQuery = z.object({
  q: z.string().max(200).optional().meta(said("api:param.q")),
  industry: many.meta({ ...said("api:param.industry"), example: ["C36"] }),
  scenario: many.meta({ ...said("api:param.scenario"), example: ["planning"] }),
  deploy: z.array(z.enum(deployments)).optional().meta(said("api:param.deploy")),
  park: one.meta(said("api:param.park")),
  region: one.meta(said("api:param.region")),
  price_max: yuan.meta(said("api:param.price_max")),
  days_max: days.meta(said("api:param.days_max")),
  provider: one.meta(said("api:param.provider")),
  ai: z.literal("1").optional().meta(said("api:param.ai")),
  without: many.meta(said("api:param.without")),
  sort: z.enum(solutionSorts).default("relevance").meta(said("api:param.sort")),
  per,
  after,
});

export const ProviderQuery = z.object({
  q: z.string().max(64).optional().meta(said("api:param.provider_q")),
  type: z.enum(providerTypes).optional().meta(said("api:param.type")),
  scenario: one.meta(said("api:param.scenario_one")),
  industry: one.meta(said("api:param.industry_one")),
  after,
});

export const ScenarioQuery = z.object({
  kind: z.enum(scenarioKinds).optional().meta(said("api:param.kind")),
  per: z.literal(pageSizes).default(50).meta(said("api:param.per")),
  after,
});

export const SuggestQuery = z.object({ q: one.meta({ ...said("api:param.typed"), example: "paichan" }) });

export const MatchQuery = z.object({
  industry: one.meta({ ...said("api:param.industry_one"), example: "C3670" }),
  park: one.meta(said("api:param.park_of")),
  region: one.meta(said("api:param.region_of")),
  scenario: many.meta({ ...said("api:param.wishes"), example: ["planning"] }),
  budget: yuan.meta({ ...said("api:param.budget"), example: 100_000 }),
  days: z.int().min(1).max(3_650).optional().meta(said("api:param.days")),
  level: z.int().min(0).max(4).optional().meta(said("api:param.level")),
  after,
});

const MOST_NAMED = 20;
const LONGEST_SHOWN = 60;
/** The server around the app ends a name with it that the router would take for its own (server/api-address.ts). */
const MARK = "\0";

/** What an answer says of what it did not use. */
export type LeftOut = { ignored: IgnoredValue[]; ignoredMore: number };

/**
 * What the reading of the parameters left out, and the parameters that the address does not have: a slip of the pen would go
 * unseen. Of the latter the first 20 are named, the others counted.
 */
export function leftOut({ shape }: z.ZodObject, params: URLSearchParams, read: readonly IgnoredValue[]): LeftOut {
  const unknown = [...params].filter(([name]) => !Object.hasOwn(shape, name));
  const named = unknown.slice(0, MOST_NAMED).map(([name, value]) => ({ name: name.replace(MARK, ""), value }));
  return { ignored: [...read, ...named].map(asShown), ignoredMore: unknown.length - named.length };
}

function asShown({ name, value }: IgnoredValue): IgnoredValue {
  return { name: beginningOf(name, LONGEST_SHOWN), value: beginningOf(value, LONGEST_SHOWN) };
}

/** Values after the first of parameters that are read once, and what of a text is beyond its length. */
export function unread(params: URLSearchParams, names: readonly string[], longestQ = Infinity): IgnoredValue[] {
  return names.flatMap((name) => {
    const [first = "", ...others] = params.getAll(name).map((typed) => typed.trim());
    const rest = name === "q" ? first.slice(beginningOf(first, longestQ).length).trim() : "";
    const left = [rest, ...new Set(others)].filter((value) => value !== "" && value !== first);
    return left.map((value) => ({ name, value }));
  });
}
