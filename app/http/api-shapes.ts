/**
 * What the machine interface answers, as Zod schemas: every answer is written through its schema, and the OpenAPI document and
 * the reference page are made from the same ones. A description is the key of a sentence, said in the reader's language.
 */
import { z } from "zod";
import { deployments, providerTypes } from "#db/vocabulary/catalogue";
import { partCodes } from "~/domain/matching/weights";
import type { MessageKey } from "~/i18n/messages";

/** Names the sentence that describes a schema. */
export function said(key: MessageKey): { description: MessageKey } {
  return { description: key };
}

const count = z.int().min(0);
const codes = z.array(z.string()).meta(said("api:field.industries"));
const scenarioKeys = z.array(z.string()).meta(said("api:field.scenarios"));
const yuan = z.number().min(0).nullable();

export const Ignored = z
  .array(z.object({ name: z.string(), value: z.string() }))
  .meta({ ...said("api:field.ignored"), id: "Ignored" });
const next = z.string().nullable().meta(said("api:field.next"));
const total = count.meta(said("api:field.total"));
const ignoredMore = count.meta(said("api:field.ignored_more"));
/** The foot of every list. */
const page = { next, ignored: Ignored, ignoredMore };

export const Solution = z
  .object({
    slug: z.string().meta(said("api:field.slug")),
    title: z.string(),
    summary: z.string(),
    provider: z.object({ slug: z.string(), name: z.string() }),
    industries: codes,
    scenarios: scenarioKeys,
    deployment: z.array(z.enum(deployments)),
    priceYuan: z.object({ min: yuan, max: yuan }).meta(said("api:field.price")),
    deployDays: count.nullable().meta(said("api:field.days")),
    score: z.number().optional().meta(said("api:field.relevance")),
  })
  .meta({ id: "Solution" });

const FacetValue = z.object({ value: z.string(), label: z.string(), count }).meta({ id: "FacetValue" });

export const SolutionList = z.object({
  total,
  items: z.array(Solution),
  facets: z.record(z.string(), z.array(FacetValue)).meta(said("api:field.facets")),
  ...page,
});

export const Provider = z
  .object({
    slug: z.string().meta(said("api:field.slug")),
    name: z.string(),
    type: z.enum(providerTypes),
    summary: z.string(),
    website: z.string().nullable(),
    foundedOn: z.string().nullable().meta(said("api:field.founded")),
    staff: count.nullable(),
    industries: codes,
    scenarios: scenarioKeys,
    park: z.string().nullable().meta(said("api:field.park")),
    region: z.string().nullable().meta(said("api:field.region")),
    solutions: count.meta(said("api:field.solutions")),
    acceptedProjects: count.meta(said("api:field.accepted")),
  })
  .meta({ id: "Provider" });

export const ProviderList = z.object({ total, items: z.array(Provider), ...page });

const BothNames = z.object({ zh: z.string(), en: z.string() }).meta({ id: "BothLanguages" });
export const scenarioKinds = ["core", "foundation", "example"] as const;

export const Scenario = z
  .object({
    key: z.string().meta(said("api:field.scenario_key")),
    kind: z.enum(scenarioKinds).meta(said("api:field.kind")),
    name: BothNames,
    description: BothNames,
    stage: BothNames.nullable(),
    isConstrained: z.boolean().meta(said("api:field.constrained")),
    solutions: count.meta(said("api:field.solutions")),
  })
  .meta({ id: "Scenario" });

export const ScenarioList = z.object({ total, items: z.array(Scenario), ...page });

const suggestionKinds = ["query", "scenario", "industry", "park", "provider", "solution"] as const;
export const SuggestionList = z.object({
  items: z.array(z.object({ text: z.string(), kind: z.enum(suggestionKinds), href: z.string() })),
  next: z.null().meta(said("api:field.next_never")),
  ignored: Ignored,
  ignoredMore,
});

const share = z.number().min(0).max(1);
const text = z.string().meta(said("api:field.text"));
const Reason = z
  .object({
    code: z.enum(partCodes),
    weight: share.meta(said("api:field.weight")),
    value: share.meta(said("api:field.value")),
    text,
  })
  .meta({ id: "Reason" });

const missing = {
  industry: z.object({ code: z.literal("industry"), industries: codes, text }),
  place: z.object({ code: z.literal("place"), parks: z.array(z.string()), regions: z.array(z.string()), text }),
  budget: z.object({
    ...{ code: z.literal("budget"), percentOver: z.int().min(1), priceYuan: z.number(), budgetYuan: z.number(), text },
  }),
  days: z.object({ code: z.literal("days"), days: z.int(), daysMax: z.int(), text }),
  level: z.object({ code: z.literal("level"), levelsOutside: z.int().min(1), text }),
};
/** What keeps a listing from being a match. */
export const Missing = z
  .discriminatedUnion("code", [missing.industry, missing.place, missing.budget, missing.days])
  .meta({ id: "Missing" });
/** What is worth knowing about a match. */
export const MatchNote = z
  .discriminatedUnion("code", [missing.budget, missing.days, missing.level])
  .meta({ id: "MatchNote" });

export const MatchList = z.object({
  total,
  items: z.array(
    z.object({
      solution: Solution,
      score: share.meta(said("api:field.score")),
      reasons: z.array(Reason),
      notes: z.array(MatchNote).meta(said("api:field.notes")),
    }),
  ),
  nearMisses: z.array(z.object({ solution: Solution, missing: z.array(Missing) })).meta(said("api:field.near")),
  basis: z.enum(["wishes", "industry", "none"]).meta(said("api:field.basis")),
  weights: z.string().meta(said("api:field.weights")),
  ...page,
});

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().meta(said("api:field.detail")),
  })
  .meta({ id: "Problem" });
