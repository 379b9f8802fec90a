/** Every URL × every role on the built server, and the commands of the story sent by the wrong people. */
import Sqlite from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "~/paths";
import routes from "~/routes";
import { commandsOn, refusalOf, strangersTo, type Command } from "../world/access-commands";
import { findObjects, type Objects } from "../world/access-objects";
import { accessRows } from "../world/access-rows";
import type { Browser } from "../world/browse";
import { lookInto, type Look } from "../world/database";
import { roles, signInRoles, type Role } from "../world/roles";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;
let browsers: Record<Role, Browser>;
let look: Look;
let objects: Objects;

beforeAll(async () => {
  server = await startServer();
  browsers = await signInRoles(server);
  // The demonstration enterprise has finished its questionnaires; the matrix needs one to fill in.
  await browsers.enterprise.send("/enterprise/assessments", { method: "POST", body: new URLSearchParams() });
  withoutTies(server.dataDir);
  look = lookInto(server.dataDir);
  objects = findObjects(look);
});

afterAll(async () => {
  look.close();
  await server.stop();
});

/** "200", or where it leads: "302 /login". The query of the sign-in page is where it came from. */
async function answerTo(role: Role, path: string, init: RequestInit = {}): Promise<string> {
  // Only the status is read: packing the page would be most of the work.
  const headers = { "Accept-Encoding": "identity", ...init.headers };
  const response = await browsers[role].send(path, { ...init, headers });
  await response.arrayBuffer();
  const to = response.headers.get("Location");
  return to === null ? String(response.status) : `${response.status} ${new URL(to, server.url).pathname}`;
}

const post = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: "POST", headers },
  body: new URLSearchParams(fields),
});

test("every URL of app/routes.ts has a row", () => {
  const known = new Set(accessRows(objects).map(({ route }) => route));
  const missing = routes.flatMap(({ path }) => (path === undefined || known.has(path) ? [] : [path]));
  expect(missing).toEqual([]);
  const urls = new Set(routes.map(({ path }) => path));
  expect([...known].filter((route) => !urls.has(route))).toEqual([]);
});

test("every role is answered as the matrix says", async () => {
  const wrong: string[] = [];
  for (const { route, path, expected } of accessRows(objects)) {
    const answers = await Promise.all(roles.map((role) => answerTo(role, path)));
    roles.forEach((role, at) => {
      const got = answers[at] ?? "";
      if (got !== expected[role]) wrong.push(`${role} at ${route} (${path}): expected ${expected[role]}, got ${got}`);
    });
  }
  expect(wrong).toEqual([]);
}, 240_000);

/** Reports in review name no solution, so that no tie of their expert keeps the park from issuing one. */
function withoutTies(dataDir: string): void {
  const database = new Sqlite(join(dataDir, "shuzhen.db"));
  database.exec(
    "UPDATE recommendation SET solutionIds = '[]' WHERE reportId IN (SELECT id FROM report WHERE status = 'in_review')",
  );
  database.close();
}

describe("commands", () => {
  let commands: Command[];
  beforeAll(() => {
    commands = commandsOn(objects);
  });

  test("of others are answered as if there were nothing, and change nothing", async () => {
    const before = look.fingerprint();
    const wrong: string[] = [];
    for (const command of commands) {
      const strangers = strangersTo(command);
      const answers = await Promise.all(strangers.map((role) => answerTo(role, command.path, post(command.fields))));
      strangers.forEach((role, at) => {
        const got = answers[at] ?? "";
        if (got !== refusalOf(role)) wrong.push(`${command.name}, by ${role}: expected ${refusalOf(role)}, got ${got}`);
      });
    }
    expect(wrong).toEqual([]);
    expect(look.fingerprint()).toEqual(before);
  });

  test("from a page of another site are refused, and change nothing", async () => {
    const before = look.fingerprint();
    const wrong: string[] = [];
    for (const { name, by, path, fields } of commands) {
      const got = await answerTo(by, path, post(fields, { Origin: "https://elsewhere.example" }));
      if (got !== "403") wrong.push(`${name}: expected 403, got ${got}`);
    }
    expect(wrong).toEqual([]);
    expect(look.fingerprint()).toEqual(before);
  });

  test("a provider's complaint about itself or its listing is not taken", async () => {
    const before = look.fingerprint();
    const complaint = post({ ground: "other", text: "内容与实际不符，请核实处理。" });
    for (const path of [
      paths.solutionComplaint(objects.solution("published").slug ?? ""),
      paths.providerComplaint(objects.providerSlug),
    ])
      expect(await answerTo("provider", path, complaint)).toBe("404");
    expect(look.fingerprint()).toEqual(before);
  });

  test("a stranger's membership is not for owners elsewhere to change", async () => {
    const before = look.fingerprint();
    for (const intent of ["make_owner", "make_member", "remove", "revoke"]) {
      const path = "/account/organisation";
      expect(await answerTo("enterprise", path, post({ intent, id: objects.people.enterprise2 }))).toBe("409");
      expect(await answerTo("visitor", path, post({ intent, id: objects.people.enterprise2 }))).toBe("302 /login");
    }
    expect(look.fingerprint()).toEqual(before);
  });

  test("of the right person are done", async () => {
    const wrong: string[] = [];
    for (const { name, by, path, fields } of commands) {
      const got = await answerTo(by, path, post(fields));
      if (!got.startsWith("303 ")) wrong.push(`${name}, by ${by}: expected 303, got ${got}`);
    }
    expect(wrong).toEqual([]);
  });
});
