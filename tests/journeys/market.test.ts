/** The whole market in one story: a provider comes in and lists a solution, is asked and quotes beside two others, delivers, is rated. */
import { afterAll, beforeAll, describe } from "vitest";
import { openBrowser } from "../world/browse";
import { lookInto } from "../world/database";
import { listedOf } from "../world/quotes";
import { signInRoles } from "../world/roles";
import { startServer, type TestServer } from "../world/server";
import { choosing } from "./market/choosing";
import { listing } from "./market/listing";
import { liveEdit } from "./market/live-edit";
import { newcomer } from "./market/newcomer";
import { proof } from "./market/proof";
import type { Stage } from "./market/stage";

let server: TestServer;
let stage: Stage;

beforeAll(async () => {
  server = await startServer();
  const signedIn = await signInRoles(server, ["enterprise2", "provider", "provider2", "park", "park2"]);
  const look = lookInto(server.dataDir);
  const rivals = (["provider", "provider2"] as const).map((key) => ({
    ...listedOf(look, `${key}@demo.shuzhen.example`),
    browser: signedIn[key],
  }));
  const { visitor, enterprise2: enterprise, park, park2 } = signedIn;
  stage = {
    ...{ look, visitor, enterprise, park, park2, provider: openBrowser(server.url), rivals },
    ...{ solutionAt: "", publicAt: "", projectId: "" },
  };
}, 180_000);

afterAll(async () => {
  stage.look.close();
  await server.stop();
});

// One chapter follows from the other: they share what happened before.
const onStage = () => stage;
describe("a provider comes in", () => {
  newcomer(onStage);
});
describe("its first solution is listed", () => {
  listing(onStage);
});
describe("the live solution is edited", () => {
  liveEdit(onStage);
});
describe("an enterprise asks three providers and chooses", () => {
  choosing(onStage);
});
describe("the work is delivered, accepted and rated", () => {
  proof(onStage);
});
