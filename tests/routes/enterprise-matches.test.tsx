/** The matches of an enterprise, page by page. */
import type { CheerioAPI } from "cheerio/slim";
import { beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { enterprise } from "#db/schema/identity.server";
import { loadReference } from "#db/seed/reference.server";
import { startSession } from "~/domain/identity/sessions.server";
import * as matches from "~/routes/matching/enterprise-matches";
import { connections, store } from "~/store.server";
import { fillMarket } from "../domain/catalogue/market";
import { drawn, linkOf, textsOf } from "../world/drawn";
import { aMember, anOrganisation, aPerson } from "../world/people";

const MADE = 45;
let cookie = "";

beforeAll(async () => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
  const providers = Array.from({ length: MADE }, (_, at) => `p${at}`);
  const listed = providers.map((provider, at) => ({ title: `智能排产${at}`, scenarios: ["planning"], provider }));
  await fillMarket(store(), listed, providers);
  const userId = await store().write(async (tx) => {
    const [organisationId, person] = [
      await anOrganisation(tx, "某电路板厂"),
      await aPerson(tx, "factory@example.test"),
    ];
    // Circuit boards: planning presses in their chain.
    await tx.insert(enterprise).values({ organisationId, industryCode: "C3982", tags: [] });
    await aMember(tx, organisationId, person, "owner");
    return person;
  });
  cookie = (await startSession(userId, "tests")).split(";", 1)[0] ?? "";
});

test("lead forth to every match and back", async () => {
  const at = (path: string) => drawn(matches, path, { cookie });
  const titles = (page: CheerioAPI) => textsOf(page, "#matches h3");
  let page = await at("/enterprise/matches");
  const seen = titles(page);
  expect([linkOf(page, "上一页"), seen.length]).toEqual(["", 20]);
  while (linkOf(page, "下一页")) seen.push(...titles((page = await at(linkOf(page, "下一页")))));
  expect([seen.length, new Set(seen).size]).toEqual([MADE, MADE]);
  page = await at(linkOf(page, "上一页"));
  expect(titles(page)).toEqual(seen.slice(20, 40));
  expect(linkOf(page, "上一页")).toBe("/enterprise/matches");
  expect(titles(await at(linkOf(page, "上一页")))).toEqual(seen.slice(0, 20));
  await expect(at(`/enterprise/matches?from=${MADE}`)).rejects.toMatchObject({ status: 404 });
});

test("ticking nothing leads back to the page of the list one was on, and the bar covers nothing that has the focus", async () => {
  const page = await drawn(matches, "/enterprise/matches?from=20", { cookie });
  const bar = page("form#ask-several");
  expect(bar.find("input[name=from]").attr("value")).toBe("20");
  const above = bar.prev();
  expect(above.attr("class")).toContain("[&_*]:scroll-mb-32");
  expect(above.find("#matches a, #matches input, nav a, h1").length).toBeGreaterThan(20);
});
