/** The buttons of saved searches, and what is sent without one. */
import { beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { savedSearches } from "~/domain/catalogue/saved-searches.server";
import { startSession } from "~/domain/identity/sessions.server";
import { action } from "~/routes/catalogue/account-searches";
import { connections, store } from "~/store.server";
import { aPerson } from "../world/people";

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
  return { send, saved, id: (await saved())[0]?.id ?? "" };
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
