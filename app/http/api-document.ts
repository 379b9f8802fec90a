/** The OpenAPI 3.1 document of the machine interface, made from the schemas its routes answer with. */
import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { MessageKey, Translate } from "~/i18n/messages";
import { paths } from "~/paths";
import { MatchQuery, ProviderQuery, ScenarioQuery, SolutionQuery, SuggestQuery } from "./api-queries";
import { MatchList, Problem, ProviderList, ScenarioList, SolutionList, SuggestionList } from "./api-shapes";

type Operation = {
  id: string;
  path: string;
  summary: MessageKey;
  description: MessageKey;
  query: z.ZodObject;
  answer: z.ZodType;
  /** Lists have pages, and a page can be past the end. */
  hasPages: boolean;
};

const operations: Operation[] = [
  {
    ...{ id: "listSolutions", path: paths.api.solutions(), query: SolutionQuery, answer: SolutionList, hasPages: true },
    ...{ summary: "api:solutions", description: "api:solutions.text" },
  },
  {
    ...{ id: "listProviders", path: paths.api.providers(), query: ProviderQuery, answer: ProviderList, hasPages: true },
    ...{ summary: "api:providers", description: "api:providers.text" },
  },
  {
    ...{ id: "listScenarios", path: paths.api.scenarios(), query: ScenarioQuery, answer: ScenarioList, hasPages: true },
    ...{ summary: "api:scenarios", description: "api:scenarios.text" },
  },
  {
    ...{ id: "match", path: paths.api.match(), query: MatchQuery, answer: MatchList, hasPages: true },
    ...{ summary: "api:match", description: "api:match.text" },
  },
  {
    ...{ id: "suggest", path: paths.api.suggest(), query: SuggestQuery, answer: SuggestionList, hasPages: false },
    ...{ summary: "api:suggest", description: "api:suggest.text" },
  },
  {
    ...{ id: "describe", path: paths.api.openapi(), query: z.object({}), hasPages: false },
    answer: z.looseObject({ openapi: z.string() }).meta({ id: "OpenApiDocument" }),
    ...{ summary: "api:openapi", description: "api:openapi.text" },
  },
];

/** The interface's own version: the first number is that of the addresses. */
const VERSION = "1.0.0";

/** The whole document with its sentences in the language of `t`. */
export function apiDocument(t: Translate) {
  const document = createDocument(
    {
      openapi: "3.1.1",
      info: { title: "api:title", version: VERSION, description: "api:lead" },
      servers: [{ url: "/" }],
      paths: Object.fromEntries(operations.map((operation) => [operation.path, pathItem(operation)])),
    },
    { override: openForMore },
  );
  return inWords(document, t);
}

/** Fields are added under one version of the address: a schema that forbids others would call the next answer wrong. */
function openForMore({ jsonSchema, io }: Parameters<NonNullable<Overriding>>[0]): void {
  if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

type Overriding = Extract<NonNullable<Parameters<typeof createDocument>[1]>["override"], (...given: never) => unknown>;

export type ApiDocument = ReturnType<typeof apiDocument>;

function pathItem({ id, summary, description, query, answer, hasPages }: Operation): ZodOpenApiPathsObject[string] {
  const problemOf = (key: MessageKey) => ({
    description: key,
    content: { "application/problem+json": { schema: Problem } },
  });
  return {
    get: {
      operationId: id,
      summary,
      description,
      requestParams: { query },
      responses: {
        "200": { description: "api:answer.ok", content: { "application/json": { schema: answer } }, headers },
        "304": { description: "api:answer.same" },
        ...(hasPages ? { "404": problemOf("api:answer.past") } : {}),
        "403": problemOf("api:answer.foreign"),
        "405": problemOf("api:answer.method"),
        "413": problemOf("api:answer.body"),
        "431": problemOf("api:answer.headers"),
        "500": problemOf("api:answer.bug"),
      },
    },
  };
}

const headers = z.object({
  ETag: z.string().meta({ description: "api:answer.etag" }),
  "Cache-Control": z.literal("no-cache"),
  "Access-Control-Allow-Origin": z.literal("*"),
});

/** The same tree with every key of a sentence said. */
function inWords<Tree>(tree: Tree, t: Translate): Tree;
function inWords(tree: unknown, t: Translate): unknown {
  if (Array.isArray(tree)) return tree.map((each: unknown) => inWords(each, t));
  if (typeof tree === "string") return isSentence(tree) ? t(tree) : tree;
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, inWords<unknown>(value, t)]));
}

function isSentence(text: string): text is MessageKey {
  return text.startsWith("api:");
}
