/** The parameters of the machine interface as schemas, and what they do not know. */
import { z } from "zod";
import { deployments, providerTypes, solutionSorts } from "#db/vocabulary/catalogue";
import { pageSizes, type IgnoredValue } from "~/domain/catalogue/listing-query";
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

/** Parameters that the address does not have, to be named among what was ignored: a slip of the pen would go unseen. */
export function unknownParameters({ shape }: z.ZodObject, params: URLSearchParams): IgnoredValue[] {
  return [...params]
    .filter(([name]) => !Object.hasOwn(shape, name))
    .slice(0, MOST_NAMED)
    .map(([name, value]) => ({ name: name.slice(0, LONGEST_SHOWN), value: value.slice(0, LONGEST_SHOWN) }));
}
