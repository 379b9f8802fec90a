/** The machine interface of the catalogue, as other systems call it. */
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import * as api from "~/routes/catalogue/api-solutions";
import * as suggest from "~/routes/catalogue/api-suggest";
import { connections, store } from "~/store.server";
import { fillMarket } from "../domain/catalogue/market";

const Value = z.strictObject({ value: z.string(), label: z.string(), count: z.number().int().min(0) });
const Answer = z.strictObject({
  total: z.number().int(),
  items: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      summary: z.string(),
      provider: z.strictObject({ slug: z.string(), name: z.string() }),
      industries: z.array(z.string()),
      scenarios: z.array(z.string()),
      deployment: z.array(z.string()),
      priceYuan: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }),
      deployDays: z.number().nullable(),
      score: z.number().optional(),
    }),
  ),
  facets: z.record(z.string(), z.array(Value)),
  next: z.string().nullable(),
});

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

async function answer(query: string, headers: HeadersInit = {}) {
  const request = new Request(`http://here/api/v1/solutions?${query}`, { headers });
  const response = await api.loader({ request, params: {}, context: {} });
  expect(response.status).toBe(200);
  return Answer.parse(await response.json());
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

describe("nothing in the address is an error", () => {
  const hostile = [
    "q='\"*(){}^~:",
    "q=%00",
    "q=%ED%A0%80",
    `q=${"排".repeat(10_000)}`,
    "q=。，！",
    "scenario=magic&industry=X&per=x&after=x&sort=x&price_max=x",
    "q[]=1&q=2",
  ];
  test.each(hostile.map((query) => [query.slice(0, 40), query]))("%s", async (_short, query) => {
    await answer(query);
    const request = new Request(`http://here/api/v1/suggest?${query}`);
    expect((await suggest.loader({ request, params: {}, context: {} })).status).toBe(200);
  });
});

test("completions say what they are and where they lead", async () => {
  const request = new Request("http://here/api/v1/suggest?q=jhpc");
  const { items } = await (await suggest.loader({ request, params: {}, context: {} })).json();
  expect(items[0]).toEqual({ text: "计划排程", kind: "scenario", href: "/solutions?scenario=planning" });
});

test.each([api.action, suggest.action])("writing is answered with problem details", async (action) => {
  const response = action();
  expect(response.status).toBe(405);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  expect(await response.json()).toMatchObject({ type: "about:blank", title: "Method Not Allowed", status: 405 });
});
