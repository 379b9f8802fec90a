/** The buttons of saved searches, and what is sent without one. */
import { beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { savedSearches } from "~/domain/catalogue/saved-searches.server";
import { startSession } from "~/domain/identity/sessions.server";
import * as accountSearches from "~/routes/catalogue/account-searches";
import * as solutions from "~/routes/catalogue/solutions";
import { connections, store } from "~/store.server";
import { drawn, textsOf } from "../world/drawn";
import { aPerson } from "../world/people";

const { action } = accountSearches;

beforeAll(() => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
});

/** A person with one search; `send` presses a button of theirs and answers the status and the sentence. */
async function desk(email: string) {
  const userId = await store().write((tx) => aPerson(tx, email));
  const Cookie = (await startSession(userId, "tests")).split(";", 1)[0] ?? "";
  const send = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const request = new Request("http://here/account/searches", { method: "POST", headers: { Cookie }, body });
    const answer = await action({ request, params: {}, context: {} });
    return "data" in answer ? [answer.init?.status, answer.data.error?.[""]?.[0]] : [answer.status];
  };
  expect(await send({ intent: "save", name: "排产", query: "scenario=planning" })).toEqual([303]);
  const saved = () => savedSearches(store().db, userId);
  return { send, saved, cookie: Cookie, id: (await saved())[0]?.id ?? "" };
}

test("an order alone is no search to keep", async () => {
  const { send, saved } = await desk("order@example.test");
  const refused = [409, "catalogue:saved.refused.empty"];
  expect(await send({ intent: "save", query: "sort=newest" })).toEqual(refused);
  expect(await send({ intent: "save", query: "" })).toEqual(refused);
  expect(await saved()).toHaveLength(1);
});

test("what no button sends changes nothing and says so", async () => {
  const { send, saved, id } = await desk("button@example.test");
  const refused = [400, "catalogue:saved.refused.unknown"];
  expect(await send({ intent: "burn", id })).toEqual(refused);
  expect(await send({ id, name: "另一个名字" })).toEqual(refused);
  expect((await saved()).map(({ name }) => name)).toEqual(["排产"]);
});

test("a search that is not there, or is somebody else's, is not said to be deleted", async () => {
  const [own, other] = [await desk("own@example.test"), await desk("other@example.test")];
  const refused = [409, "catalogue:saved.refused.not_found"];
  expect(await own.send({ intent: "delete", id: "sav_none" })).toEqual(refused);
  expect(await own.send({ intent: "delete", id: other.id })).toEqual(refused);
  expect(await other.saved()).toHaveLength(1);
  expect(await own.send({ intent: "delete", id: own.id })).toEqual([303]);
  expect(await own.saved()).toEqual([]);
});

test.each([
  "q=MES&scenario=quality&days_max=30",
  "scenario=planning&deploy=saas&ai=1&without=quality",
  'q=MES "点检" -设备',
])("a search without a name takes the one that was offered: %s", async (query) => {
  const { send, saved, cookie } = await desk(`${query.length}@example.test`);
  const page = await drawn(solutions, `/solutions?${query}`, { cookie });
  const offered = page("#saved-name").attr("value") ?? "";
  expect(offered).not.toBe("");
  expect(await send({ intent: "save", name: "", query })).toEqual([303]);
  expect((await saved()).map(({ name }) => name)).toContain(offered);
});

test("two searches of one name are told apart by what they ask for, in the reader's language", async () => {
  const { send, cookie } = await desk("apart@example.test");
  expect(await send({ intent: "save", name: "排产", query: "q=MES&price_max=50000" })).toEqual([303]);
  const page = await drawn(accountSearches, "/account/searches", { cookie, locale: "en" });
  expect(textsOf(page, "li h2")).toEqual(["排产", "排产"]);
  expect(page("li").first().text()).toContain("Searches for: MES (At most ¥50,000)");
});
