import Sqlite from "better-sqlite3";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand, startServer, type TestServer } from "../world/server";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

test("a backup taken while the server runs is a whole database", async () => {
  const file = join(server.dataDir, "backup.db");
  const { code, output } = await runCommand(server.dataDir, "backup", file);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("backup.db") });
  const copy = new Sqlite(file, { readonly: true });
  expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(copy.prepare("SELECT count(*) > 0 FROM organisation").pluck().get()).toBe(1);
  copy.close();
});

test("a backup never overwrites a file", async () => {
  const database = join(server.dataDir, "shuzhen.db");
  const { code, output } = await runCommand(server.dataDir, "backup", database);
  expect(code).toBe(1);
  expect(output).toContain("exists already");
});

test("a backup of a folder without a database makes none", async () => {
  const empty = join(server.dataDir, "empty");
  const { code } = await runCommand(empty, "backup", join(server.dataDir, "nothing.db"));
  expect(code).toBe(1);
  expect(existsSync(join(empty, "shuzhen.db"))).toBe(false);
});

test("the demonstration world is never poured over organisations that are there", async () => {
  const { code, output } = await runCommand(server.dataDir, "demo", "--size", "small");
  expect(code).toBe(1);
  expect(output).toContain("only an empty one");
});

test("an unknown command is one sentence and exit 1", async () => {
  const { code, output } = await runCommand(server.dataDir, "reboot");
  expect(code).toBe(1);
  expect(output).toContain("unknown command 'reboot'");
});

test("set-up again changes nothing", async () => {
  const { code, output } = await runCommand(server.dataDir, "setup");
  expect(code).toBe(0);
  expect(output).not.toContain("Demonstration");
});

test("the log has one line for a request, with its id and without its query", async () => {
  const answer = await fetch(`${server.url}/login?to=secret-place`, { headers: { "X-Request-Id": "story-0001" } });
  await answer.text();
  const logged = () =>
    server
      .log()
      .split("\n")
      .filter((line) => line.includes("story-0001") && line.endsWith("}"));
  // The line leaves the server with the answer, but by another way.
  await expect.poll(logged, { timeout: 20_000 }).not.toEqual([]);
  expect(logged().map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ requestId: "story-0001", method: "GET", path: "/login", status: 200 }),
  ]);
});
