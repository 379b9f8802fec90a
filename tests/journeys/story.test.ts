/** The whole story without JavaScript: a provider, a park, an enterprise and an expert, until the case is closed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn } from "../world/browse";
import { startServer, type TestServer } from "../world/server";
import { diagnosis } from "./story/diagnosis";
import { listing } from "./story/listing";
import { market } from "./story/market";
import { visit } from "./story/visit";
import type { Stage } from "./story/stage";

let server: TestServer;
let stage: Stage;

beforeAll(async () => {
  server = await startServer();
  const { url } = server;
  const [provider, park, enterprise, expert] = [openBrowser(url), openBrowser(url), openBrowser(url), openBrowser(url)];
  stage = { url, provider, park, enterprise, expert, caseAt: "" };
});

afterAll(() => server.stop());

test("park staff and expert sign in and land on their desks", async () => {
  expect((await signIn(stage.park, "park@demo.shuzhen.example", demoPassword)).path).toBe("/park");
  expect((await signIn(stage.expert, "expert@demo.shuzhen.example", demoPassword)).path).toBe("/expert");
});

// One chapter follows from the other: they share what happened before.
const onStage = () => stage;
describe("a provider comes in and lists a solution", () => {
  listing(onStage);
});
describe("an enterprise measures itself and asks for a diagnosis", () => {
  diagnosis(onStage);
});
describe("the expert visits and reports", () => {
  visit(onStage);
});
describe("the enterprise finds a solution and gets an answer", () => {
  market(onStage);
});
