/** The catalogue's part of the machine interface, as other systems call it. */
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { SolutionList, SuggestionList } from "~/http/api-shapes";
import * as api from "~/routes/catalogue/api-solutions";
import * as suggest from "~/routes/catalogue/api-suggest";
import { connections, store } from "~/store.server";
import { fillMarket } from "../domain/catalogue/market";
import { ask, type ApiRoute } from "../world/api";

beforeAll(async () => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
  const many = Array.from({ length: 25 }, () => ({ title: "设备点检", scenarios: ["equipment"] }));
  const aps = {
    title: "智能排产",
    scenarios: ["planning"],
    deployment: ["saas" as const],
    priceMinFen: 1_250_050,
    deployDays: 30,
    medianDays: 21,
  };
  await fillMarket(store(), [aps, ...many]);
});

async function answer(query: string, headers: HeadersInit = {}): Promise<z.infer<typeof SolutionList>> {
  const response = await ask(api, `/api/v1/solutions?${query}`, { headers });
  expect(response.status).toBe(200);
  return SolutionList.strict().parse(await response.json());
}

test("an item in full: amounts in yuan, measured days before declared ones", async () => {
  const { total, items } = await answer("q=排产");
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    slug: "s-1",
    provider: { slug: "p1", name: "服务商p1" },
    priceYuan: { min: 12_500.5, max: null },
    deployDays: 21,
  });
});

test("without a text there is no score", async () => {
  expect((await answer("")).items.every((item) => !("score" in item))).toBe(true);
});

test("facets are labelled in the language asked for", async () => {
  const { facets } = await answer("q=排产", { "Accept-Language": "en" });
  expect(facets.scenario).toEqual([{ value: "planning", label: "Planning & scheduling", count: 1 }]);
  expect((await answer("q=排产")).facets.deploy?.[0]?.label).toContain("SaaS");
});

test("all pages together are all items once", async () => {
  const first = await answer("");
  const second = await answer(`after=${first.next}`);
  const slugs = [...first.items, ...second.items].map(({ slug }) => slug);
  expect([new Set(slugs).size, slugs.length, second.next]).toEqual([26, 26, null]);
});

test("what is not known is left out and named: values, parameters, and a forged cursor", async () => {
  const { total, ignored } = await answer("scenario=magic&per=7&secnario=planning&after=forged-cursor");
  expect(total).toBe(26);
  expect(ignored).toEqual(
    expect.arrayContaining([
      { name: "scenario", value: "magic" },
      { name: "per", value: "7" },
      { name: "after", value: "forged-cursor" },
      { name: "secnario", value: "planning" },
    ]),
  );
});

describe("nothing in the address is an error", () => {
  const hostile = [
    "q='\"*(){}^~:",
    "q=%00",
    "q=%ED%A0%80",
    `q=${"排".repeat(10_000)}`,
    "q=。，！",
    "scenario=magic&industry=X&per=x&after=x&sort=x&price_max=x",
    "q[]=1&q=2",
    "__proto__=1&constructor=2",
  ];
  test.each(hostile.map((query) => [query.slice(0, 40), query]))("%s", async (_short, query) => {
    await answer(query);
    const response = await ask(suggest, `/api/v1/suggest?${query}`);
    expect(SuggestionList.safeParse(await response.json()).success).toBe(true);
  });
});

test("completions say what they are and where they lead", async () => {
  const { items } = await (await ask(suggest, "/api/v1/suggest?q=jhpc")).json();
  expect(items[0]).toEqual({ text: "计划排程", kind: "scenario", href: "/solutions?scenario=planning" });
});

const routes: ApiRoute[] = [api, suggest];
test.each(routes)("writing is answered with problem details", async ({ action }) => {
  const request = new Request("http://here/api/v1/solutions", { method: "POST" });
  const response = await action({ request, params: {}, context: {} });
  expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  expect(await response.json()).toMatchObject({ type: "about:blank", title: "Method Not Allowed", status: 405 });
});
