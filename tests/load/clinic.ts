/** The clinic's desks at programme size: the largest park's queue and the province's list, beside a bare server with the same bytes. */
import Sqlite from "better-sqlite3";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStatuses } from "~/domain/clinic/diagnosis-status";
import { demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn } from "../world/browse";
import { prepareData, startServer, type TestServer } from "../world/server";
import { startBareServer } from "./bare-server";
import { cpuMs, load, median, type Load, type Say, type Slice } from "./measure";

const WORKERS = 2;
const CONNECTIONS = [1, 8];
const ACCEPT = { "Accept-Encoding": "gzip" };
const IS_QUICK = process.env.BENCH_QUICK === "1";
const WARM_UP_S = IS_QUICK ? 1 : 3;
const ROUNDS = IS_QUICK ? 1 : 3;
const SLICE_S = IS_QUICK ? 1 : 3;

type Desk = { name: string; path: string; cookie: string };
type Measured = Slice & { cpu: number; bare: number; bareP50: number };

export async function benchClinic(say: Say): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shuzhen-bench-"));
  try {
    await prepareData(folder, "programme");
    say(contentsOf(folder));
    const server = await startServer({ prepared: folder, demo: "programme", env: { WORKERS: String(WORKERS) } });
    try {
      await measure(server, folder, say);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(server: TestServer, folder: string, say: Say): Promise<void> {
  say("| desk | connections | requests/s | p50 ms | p99 ms | CPU ms/request | bare/s | bare p50 ms |");
  say("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const desk of await desks(server, folder)) {
    for (const connections of CONNECTIONS) {
      const { perSecond, p50, p99, cpu, bare, bareP50 } = await compare(server, folder, desk, connections);
      const figures = [perSecond.toFixed(0), p50.toFixed(0), p99.toFixed(0), cpu.toFixed(1), bare.toFixed(0), bareP50];
      say(`| ${desk.name} | ${connections} | ${figures.join(" | ")} |`);
    }
  }
}

/** What is measured: the largest queue of a park that a ready login runs, and the lists of city and province. */
async function desks({ url }: TestServer, folder: string): Promise<Desk[]> {
  const [park, city, province] = await Promise.all(["park", "city", "province"].map((name) => sessionOf(url, name)));
  const [expert, scenario] = narrowing(folder);
  const of = (cookie: string | undefined, who: string, path: string, words = "") => ({
    ...{ name: `${who} ${words || path}`, path, cookie: cookie ?? "" },
  });
  return [
    of(park, "park", "/park/diagnoses"),
    of(park, "park", "/park/diagnoses?status=accepted&tick=1"),
    of(park, "park", "/park/diagnoses?view=ended"),
    of(city, "city", "/province/diagnoses"),
    of(province, "province", "/province/diagnoses"),
    of(province, "province", "/province/diagnoses?view=late"),
    of(province, "province", `/province/diagnoses?scenario=${scenario}&expert=${expert}`, "…?scenario&expert"),
    of(province, "province", "/province/diagnoses?view=ended"),
    of(
      province,
      "province",
      `/province/diagnoses?view=ended&scenario=${scenario}&industry=C36`,
      "…?view=ended&scenario&industry",
    ),
  ];
}

/** Both servers stay up; short slices take turns, so that a busy minute hits both. Medians of the slices. */
async function compare(server: TestServer, folder: string, desk: Desk, connections: number): Promise<Measured> {
  const url = server.url + desk.path;
  const headers = { ...ACCEPT, Cookie: desk.cookie };
  const file = join(folder, "bytes");
  writeFileSync(file, await bytesOf(url, headers));
  const bare = await startBareServer(file, "gzip", WORKERS);
  const ours: Load = { url, connections, headers, seconds: WARM_UP_S };
  const floor: Load = { url: bare.url, connections, headers: ACCEPT, seconds: 1 };
  try {
    await load(ours);
    await load(floor);
    const slices: Measured[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = cpuMs(server.pid) ?? Number.NaN;
      const slice = await load({ ...ours, seconds: SLICE_S });
      const cpu = ((cpuMs(server.pid) ?? Number.NaN) - before) / slice.requests;
      const { perSecond, p50 } = await load(floor);
      slices.push({ ...slice, cpu, bare: perSecond, bareP50: p50 });
    }
    const of = (value: (slice: Measured) => number) => median(slices.map(value));
    return {
      ...{ perSecond: of((slice) => slice.perSecond), requests: of((slice) => slice.requests) },
      ...{ p50: of((slice) => slice.p50), p99: of((slice) => slice.p99), cpu: of((slice) => slice.cpu) },
      ...{ bare: of((slice) => slice.bare), bareP50: of((slice) => slice.bareP50) },
    };
  } finally {
    bare.stop();
  }
}

/** fetch would unpack them. */
function bytesOf(url: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts)));
    }).on("error", reject);
  });
}

async function sessionOf(url: string, name: string): Promise<string> {
  const browser = openBrowser(url);
  await signIn(browser, `${name}@demo.shuzhen.example`, demoPassword);
  const session = browser.cookies.get("session");
  if (!session) throw new Error(`the demonstration login ${name} does not open a session`);
  return `session=${session}`;
}

const open = openStatuses.map((status) => `'${status}'`).join();

function contentsOf(folder: string): string {
  return looked(folder, (row) => {
    const [all] = row("SELECT count(*) FROM diagnosis WHERE status <> 'draft'");
    const [waiting] = row(`SELECT count(*) FROM diagnosis WHERE status IN (${open})`);
    const [park, queue] = row(
      `SELECT parkSlug, count(*) n FROM diagnosis WHERE status IN (${open}) GROUP BY parkSlug ORDER BY n DESC LIMIT 1`,
    );
    return `${all} cases, ${waiting} of them open; the longest queue, that of ${park}: ${queue}\n`;
  });
}

/** An expert with many open cases and the scenario asked about most. */
function narrowing(folder: string): [expert: string, scenario: string] {
  return looked(folder, (row) => {
    const [expert] = row(
      `SELECT expertUserId, count(*) n FROM diagnosis WHERE status IN (${open}) AND expertUserId IS NOT NULL GROUP BY 1 ORDER BY n DESC LIMIT 1`,
    );
    const [scenario] = row(
      "SELECT value, count(*) n FROM diagnosis, json_each(scenarios) GROUP BY value ORDER BY n DESC LIMIT 1",
    );
    return [String(expert), String(scenario)];
  });
}

function looked<T>(folder: string, look: (row: (sql: string) => unknown[]) => T): T {
  const database = new Sqlite(join(folder, "shuzhen.db"), { readonly: true });
  try {
    return look((sql) => database.prepare(sql).raw().get() as unknown[]);
  } finally {
    database.close();
  }
}
