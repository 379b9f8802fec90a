/** Two processes that serve one site, as they run in production. */
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn } from "../world/browse";
import { lookInto } from "../world/database";
import { startServer, type TestServer } from "../world/server";

const PROVIDER = "provider@demo.shuzhen.example";
const ENTERPRISE = "enterprise2@demo.shuzhen.example";
const WAIT_MS = 20_000;

type Line = { msg?: string; pid?: number; requestId?: string };

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ env: { WORKERS: "2" } });
  await until(() => pidsOf("listening").length === 2);
});

afterAll(() => server.stop());

function lines(): Line[] {
  return server
    .log()
    .split("\n")
    .flatMap((line): Line[] => (line.startsWith("{") && line.endsWith("}") ? [JSON.parse(line)] : []));
}

const pidsOf = (msg: string) => lines().flatMap((line) => (line.msg === msg && line.pid ? [line.pid] : []));

async function until(isSo: () => boolean): Promise<void> {
  for (const started = Date.now(); !isSo(); await sleep(20)) {
    if (Date.now() - started > WAIT_MS) throw new Error(`waited too long:\n${server.log()}`);
  }
}

let asked = 0;

/** Asks on new connections until both processes have answered twice; what each said, in order. */
async function fromEveryWorker(
  ask: (headers: Record<string, string>) => Promise<number>,
): Promise<Map<number, number[]>> {
  const answers = new Map<number, number[]>();
  const isEnough = () => answers.size === 2 && [...answers.values()].every((said) => said.length > 1);
  for (let tries = 0; !isEnough() && tries < 30; tries++) {
    const requestId = `worker-test-${asked++}`;
    const status = await ask({ "X-Request-Id": requestId, Connection: "close" });
    await until(() => lines().some((line) => line.requestId === requestId && line.msg === "request"));
    const pid = lines().find((line) => line.requestId === requestId && line.msg === "request")?.pid ?? 0;
    answers.set(pid, [...(answers.get(pid) ?? []), status]);
  }
  return answers;
}

function statuses(path: string): Promise<Map<number, number[]>> {
  return fromEveryWorker(async (headers) => {
    const answer = await fetch(server.url + path, { headers });
    await answer.arrayBuffer();
    return answer.status;
  });
}

/** What every process says, twice each: once it may have to draw, once it may send what it kept. */
const everywhere = async (path: string) => [...new Set([...(await statuses(path)).values()].flat())];

test("the address is said once, and jobs run in one process", async () => {
  // Jobs are given out after a process has said that it listens; an answer from both shows that both know by now.
  await until(() => pidsOf("jobs run in this process").length > 0);
  expect((await statuses("/about")).size).toBe(2);
  expect(server.log().split("数诊 Shuzhen:")).toHaveLength(2);
  expect(pidsOf("jobs run in this process")).toHaveLength(1);
});

test("what is taken off or published shows on every worker at the very next request", async () => {
  const look = lookInto(server.dataDir);
  const { id = "", slug = "" } = look.row(
    `SELECT s.id, s.slug FROM solution s JOIN membership m ON m.organisationId = s.providerId JOIN user u ON u.id = m.userId
     WHERE u.email = ? AND s.status = 'published' ORDER BY s.id LIMIT 1`,
    PROVIDER,
  );
  look.close();
  const provider = openBrowser(server.url);
  await signIn(provider, PROVIDER, demoPassword);
  const press = async (intent: string) => {
    const body = new URLSearchParams({ intent });
    expect((await provider.send(`/provider/solutions/${id}`, { method: "POST", body })).status).toBe(303);
  };
  expect(await everywhere(`/solutions/${slug}`)).toEqual([200]);
  await press("withdraw");
  expect(await everywhere(`/solutions/${slug}`)).toEqual([404]);
  await press("republish");
  expect(await everywhere(`/solutions/${slug}`)).toEqual([200]);
});

test("visitors of both workers get the same bytes, and 304 from either", async () => {
  const tags = new Set<string | null>();
  await fromEveryWorker(async (headers) => {
    const answer = await fetch(`${server.url}/providers`, { headers });
    await answer.arrayBuffer();
    tags.add(answer.headers.get("ETag"));
    return answer.status;
  });
  expect(tags.size).toBe(1);
  const [tag = null] = tags;
  const again = await fromEveryWorker(async (headers) => {
    return (await fetch(`${server.url}/providers`, { headers: { ...headers, "If-None-Match": tag ?? "" } })).status;
  });
  expect([...again.values()].flat().every((status) => status === 304)).toBe(true);
});

test("a page is bound to no host that a visitor claims", async () => {
  const answer = await fetch(`${server.url}/solutions?q=claimed`, { headers: { "X-Forwarded-Host": "evil.example" } });
  expect(await answer.text()).not.toContain("evil.example");
});

test("wrong passwords are counted together", async () => {
  const attempt = (password: string) =>
    fromEveryWorker(async (headers) => {
      const body = new URLSearchParams({ name: ENTERPRISE, password });
      return (await fetch(`${server.url}/login`, { method: "POST", body, headers, redirect: "manual" })).status;
    });
  const wrong: number[] = [];
  while (wrong.length < 10) wrong.push(...[...(await attempt("Wrong-2025")).values()].flat());
  const right = await attempt(demoPassword);
  expect(right.size).toBe(2);
  expect([...right.values()].flat()).not.toContain(302);
  expect([...right.values()].flat()).not.toContain(303);
});

test("a worker that dies is replaced, and its jobs go to another", async () => {
  const before = pidsOf("listening");
  const [runningJobs = 0] = pidsOf("jobs run in this process");
  process.kill(runningJobs, "SIGKILL");
  await until(() => pidsOf("listening").length === before.length + 1);
  await until(() => pidsOf("jobs run in this process").length === 2);
  expect(pidsOf("jobs run in this process")[1]).not.toBe(runningJobs);
  const answering = [...(await statuses("/about")).keys()];
  expect(answering).not.toContain(runningJobs);
  expect(answering.every((pid) => pidsOf("listening").includes(pid))).toBe(true);
});

test("workers are renewed one by one without losing a request", async () => {
  const old = [...(await statuses("/about")).keys()];
  process.kill(server.pid, "SIGUSR2");
  const answers: number[] = [];
  while (!lines().some(({ msg }) => msg === "renewed")) {
    answers.push((await fetch(`${server.url}/healthz`, { headers: { Connection: "close" } })).status);
    await sleep(50);
    if (answers.length > 1000) throw new Error(`not renewed:\n${server.log()}`);
  }
  expect(new Set(answers)).toEqual(new Set([200]));
  const now = [...(await statuses("/about")).keys()];
  expect(now).toHaveLength(2);
  expect(now.filter((pid) => old.includes(pid))).toEqual([]);
});

test("SIGTERM stops all of them", async () => {
  const started = [...new Set(pidsOf("listening"))];
  await server.stop();
  expect(started.filter(isAlive)).toEqual([]);
  expect(lines().filter(({ msg }) => msg === "stopped").length).toBeGreaterThanOrEqual(2);
});

test("a taken port is one sentence, said once", async () => {
  const other = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const prepared = mkdtempSync(join(tmpdir(), "shuzhen-taken-"));
  const start = startServer({ prepared, env: { WORKERS: "2", PORT: String(port), LOG_LEVEL: "silent" } });
  const said = await start.then(
    () => "it started",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
  other.close();
  expect(said.split(`Cannot listen on 127.0.0.1:${port}`)).toHaveLength(2);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
