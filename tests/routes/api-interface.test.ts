/** What all addresses of the machine interface have in common, and the document that describes them. */
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { answerApi } from "~/http/api.server";
import { apiDocument } from "~/http/api-document";
import { apiReference } from "~/http/api-page";
import { MatchList, ProviderList, ScenarioList, SolutionList, SuggestionList } from "~/http/api-shapes";
import { translator } from "~/i18n/translator.server";
import allRoutes from "~/routes";
import * as providers from "~/routes/catalogue/api-providers";
import * as solutions from "~/routes/catalogue/api-solutions";
import * as suggest from "~/routes/catalogue/api-suggest";
import * as match from "~/routes/matching/api-match";
import * as openapi from "~/routes/public/api-openapi";
import * as unknown from "~/routes/public/api-unknown";
import * as scenarios from "~/routes/scenarios/api-scenarios";
import { connections, store } from "~/store.server";
import { fillMarket } from "../domain/catalogue/market";
import { ask, type ApiRoute } from "../world/api";

const lists: [path: string, route: ApiRoute, shape: z.ZodObject][] = [
  ["/api/v1/solutions?per=20&q=", solutions, SolutionList],
  ["/api/v1/providers?type=product", providers, ProviderList],
  ["/api/v1/scenarios?per=20", scenarios, ScenarioList],
  ["/api/v1/suggest?q=排", suggest, SuggestionList],
  ["/api/v1/match?scenario=planning", match, MatchList],
];

beforeAll(async () => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
  const made = Array.from({ length: 45 }, (_, index) => ({
    title: "智能排产",
    scenarios: ["planning"],
    provider: `p${index}`,
    priceMinFen: 8_000_000 + index * 100_000,
  }));
  await fillMarket(
    store(),
    made,
    made.map(({ provider }) => provider),
  );
});

describe.each(lists)("%s", (path, route, shape) => {
  test("answers in the published shape, open to every site, with a strong validator", async () => {
    const response = await ask(route, path);
    expect(shape.strict().safeParse(await response.json()).error).toBeUndefined();
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
    expect(response.headers.get("ETag")).toMatch(/^"[\w-]{20,}"$/);
  });

  test("what is the same is not sent again, and another language is not the same", async () => {
    const etag = (await ask(route, path)).headers.get("ETag") ?? "";
    const headers = { "If-None-Match": `"other", W/${etag}` };
    const again = await ask(route, path, { headers });
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
    expect((await ask(route, path, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  test("a preflight says what may be asked", async () => {
    const response = await ask(route, path, { method: "OPTIONS" });
    expect(response.status).toBe(204);
    expect(response.headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });
});

test.each(lists.filter(([, route]) => route !== suggest))(
  "%s pages by cursor until next is null",
  async (path, route) => {
    const seen: string[] = [];
    let after: string | null = "";
    let total = 0;
    for (let page = 0; page < 5 && after !== null; page++) {
      const { items, ...rest } = await (await ask(route, `${path}&after=${after}`)).json();
      seen.push(...items.map((item: unknown) => JSON.stringify(item)));
      after = rest.next;
      total = rest.total;
      expect(rest.ignored).toEqual([]);
    }
    expect([after, seen.length, new Set(seen).size]).toEqual([null, total, total]);
    expect(total).toBeGreaterThan(20);
  },
);

test("reasons and notes are said in the language asked for, and weights times values make the score", async () => {
  const answer = async (headers: HeadersInit) =>
    MatchList.parse(await (await ask(match, "/api/v1/match?scenario=planning&budget=70000", { headers })).json());
  const [zh, en] = [await answer({}), await answer({ "Accept-Language": "en-GB,en;q=0.8" })];
  expect(zh.items[0]?.notes[0]).toMatchObject({ code: "budget", text: expect.stringContaining("超出预算") });
  expect(en.items[0]?.notes[0]).toMatchObject({ code: "budget", text: expect.stringContaining("over budget") });
  expect(en.items[0]?.reasons.map(({ text }) => text).join(" ")).not.toMatch(/[\u4e00-\u9fff]/);
  for (const { score, reasons } of zh.items) {
    expect(reasons.reduce((sum, { weight, value }) => sum + weight * value, 0)).toBeCloseTo(score, 9);
  }
});

test("a near miss says what is missing", async () => {
  const response = await ask(match, "/api/v1/match?scenario=planning&budget=32000");
  const { items, nearMisses } = MatchList.parse(await response.json());
  expect(items).toEqual([]);
  expect(nearMisses[0]?.missing[0]).toMatchObject({
    code: "budget",
    priceYuan: expect.any(Number),
    budgetYuan: 32_000,
  });
});

const hostile = [
  "after=x",
  "after=%00",
  "after=a&after=b",
  "industry=DROP&region=1&level=9&budget=-3&days=1e9",
  "q=%ED%A0%80&kind=&per=1e6",
];
hostile.push(
  `x=${"x".repeat(59)}${encodeURIComponent("😀")}`,
  `after=${"x".repeat(59)}${encodeURIComponent("😀")}`,
  "__proto__=1",
  "constructor=1&toString=2",
  Array.from({ length: 300 }, (_, n) => `scenario=s${n}`).join("&"),
);
test.each(lists)("%s is not moved by anything in the address", async (path, route, shape) => {
  for (const query of hostile) {
    const response = await ask(route, `${path}&${query}`);
    expect([query, response.status]).toEqual([query, 200]);
    const text = await response.text();
    // Half of a surrogate pair is all that JSON.stringify writes so.
    expect([query, /\\ud[89a-f]/.test(text)]).toEqual([query, false]);
    const { ignored } = shape.parse(JSON.parse(text));
    expect([query, Array.isArray(ignored) && ignored.length > 0]).toEqual([query, true]);
  }
});

/** What an answer says it did not use. */
async function unusedIn(route: ApiRoute, path: string): Promise<{ ignored: unknown[]; ignoredMore: number }> {
  const { ignored, ignoredMore } = await (await ask(route, path)).json();
  return { ignored, ignoredMore };
}

test.each(lists)("%s counts the unknown parameters it does not name, and cuts none in half", async (path, route) => {
  const { ignored, ignoredMore } = await unusedIn(
    route,
    `${path}&${Array.from({ length: 300 }, (_, no) => `no${no}=${"x".repeat(59)}😀😀`).join("&")}`,
  );
  expect([ignored.length, ignoredMore]).toEqual([20, 280]);
  expect(ignored[0]).toEqual({ name: "no0", value: `${"x".repeat(59)}😀` });
});

test.each<[string, ApiRoute, unknown[]]>([
  ["/api/v1/solutions?q=MES&q=ERP", solutions, [{ name: "q", value: "ERP" }]],
  ["/api/v1/providers?q=MES&q=ERP", providers, [{ name: "q", value: "ERP" }]],
  [`/api/v1/providers?q=${"x".repeat(64)}yz`, providers, [{ name: "q", value: "yz" }]],
  ["/api/v1/scenarios?kind=core&kind=foundation", scenarios, [{ name: "kind", value: "foundation" }]],
  ["/api/v1/suggest?q=MES&q=ERP", suggest, [{ name: "q", value: "ERP" }]],
  [`/api/v1/suggest?q=${"x".repeat(24)}yz`, suggest, [{ name: "q", value: "yz" }]],
  [
    "/api/v1/match?after=x&after=y",
    match,
    [
      { name: "after", value: "x" },
      { name: "after", value: "y" },
    ],
  ],
  [`/api/v1/match?industry=${"x".repeat(39)}😀😀`, match, [{ name: "industry", value: `${"x".repeat(39)}😀` }]],
])("%s names what it left out", async (path, route, ignored) => {
  expect(await unusedIn(route, path)).toEqual({ ignored, ignoredMore: 0 });
});

test.each<[string, ApiRoute]>([
  ["/api/v1/providers?industry=", providers],
  ["/api/v1/match?industry=&scenario=planning", match],
  ["/api/v1/scenarios?kind=", scenarios],
])("%s: an empty parameter, as forms send it, asks for nothing", async (path, route) => {
  expect(await unusedIn(route, path)).toEqual({ ignored: [], ignoredMore: 0 });
});

test.each<[string, string, ApiRoute]>([
  [
    "/api/v1/solutions?industry=3670&park=NANCHANG-HTDZ",
    "/api/v1/solutions?industry=C3670&park=nanchang-htdz",
    solutions,
  ],
  ["/api/v1/match?industry=3670&scenario=Planning", "/api/v1/match?industry=C3670&scenario=planning", match],
  ["/api/v1/providers?industry=36&type=Product", "/api/v1/providers?industry=C36&type=product", providers],
  ["/api/v1/scenarios?kind=CORE", "/api/v1/scenarios?kind=core", scenarios],
])("%s is %s", async (typed, listed, route) => {
  const [asTyped, asListed] = [await (await ask(route, typed)).json(), await (await ask(route, listed)).json()];
  expect(asTyped.ignored).toEqual([]);
  expect(asTyped).toEqual(asListed);
});

test("addresses that are not there are answered with problem details, whatever the method", async () => {
  for (const method of ["GET", "POST"]) {
    const request = new Request("http://here/api/v1/nothing", { method });
    const given = { request, params: {}, context: {} };
    const response = await (method === "GET" ? unknown.loader(given) : unknown.action(given));
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ title: "Not Found", status: 404 });
  }
});

test("a bug leaves as problem details without its text", async () => {
  const response = await answerApi(new Request("http://here/api/v1/x"), z.object({}), () => {
    throw new Error("secret: table user");
  });
  expect(response.status).toBe(500);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  expect(await response.text()).not.toContain("secret");
  const wrong = await answerApi(new Request("http://here/api/v1/x"), z.object({ a: z.string() }), async () =>
    JSON.parse('{"a":1}'),
  );
  expect(wrong.status).toBe(500);
});

describe("the document", () => {
  const Parameter = z.object({
    name: z.string(),
    in: z.literal("query"),
    description: z.string().optional(),
    schema: z.looseObject({}),
  });
  const Content = z.record(z.string(), z.object({ schema: z.looseObject({}) }));
  const Operation = z.looseObject({
    operationId: z.string(),
    summary: z.string(),
    parameters: z.array(z.looseObject(Parameter.shape)).optional(),
    responses: z.record(
      z.string().regex(/^[1-5]\d\d$/),
      z.looseObject({ description: z.string(), content: Content.optional() }),
    ),
  });
  /** OpenAPI 3.1: openapi, info and paths; paths begin with a slash and hold operations; parameters are named once. */
  const Document = z.looseObject({
    openapi: z.string().regex(/^3\.1\.\d+$/),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.record(z.string().startsWith("/"), z.looseObject({ get: Operation })),
    components: z.looseObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})) }),
  });

  test("is OpenAPI 3.1: every part is there, and every reference meets a schema", async () => {
    const text = await (await ask(openapi, "/api/v1/openapi.json")).text();
    const document = Document.parse(JSON.parse(text));
    const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].flatMap(([, to]) => to ?? []);
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((to) => !known.has(to))).toEqual([]);
    const ids = Object.values(document.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { get } of Object.values(document.paths)) {
      const names = (get.parameters ?? []).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      const statuses = ["200", "304", "403", "405", "413", "431", "500"];
      expect(Object.keys(get.responses)).toEqual(expect.arrayContaining(statuses));
      expect(get.responses["500"]?.content).toHaveProperty(["application/problem+json"]);
    }
  });

  test("no answer's schema forbids the fields that may be added, and limits of lists and tags are said", () => {
    const text = JSON.stringify(apiDocument(translator("en")));
    expect(text).not.toContain('"additionalProperties":false');
    expect(text).toContain("of providers the 20 with most solutions");
    expect(text).toContain("score times the quality");
    expect(text).toContain("weak (W/)");
    expect(text).toContain('"ignoredMore"');
  });

  test("has every address of the table of contents, and no other", () => {
    const addresses = allRoutes.flatMap(({ path = "" }) => (/^\/api\/v1\/[^*]+$/.test(path) ? [path] : []));
    expect(Object.keys(apiDocument(translator("en")).paths ?? {}).sort()).toEqual(addresses.sort());
  });

  test("every sentence is said, in both languages, and the reference page draws every parameter and field", () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const t = translator(locale);
      const document = apiDocument(t);
      expect(JSON.stringify(document)).not.toContain('"api:');
      const { sections, types } = apiReference(document, t);
      const matching = sections.find(({ path }) => path === "/api/v1/match");
      expect(matching?.parameters.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["industry", "park", "region", "scenario", "budget", "days", "level", "after"]),
      );
      expect(matching?.fields.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["total", "items", "items[].solution", "items[].score", "nearMisses[].missing", "next"]),
      );
      const fieldsOf = (type: string) => types.find(({ name }) => name === type)?.fields.map(({ name }) => name);
      expect(fieldsOf("Solution")).toEqual(expect.arrayContaining(["slug", "provider.slug", "priceYuan.min"]));
      expect(fieldsOf("Missing")).toEqual(expect.arrayContaining(["code", "text", "parks", "percentOver", "daysMax"]));
      for (const { parameters } of sections) expect(parameters.filter(({ text }) => text === "")).toEqual([]);
    }
  });
});
