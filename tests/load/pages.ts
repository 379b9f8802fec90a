/**
 * Pages a second, for visitors and signed in: kept, first asked for after a commit, and drawn anew; beside bare servers with the
 * same bytes in the same run.
 */
import Sqlite from "better-sqlite3";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoLogins, demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn } from "../world/browse";
import { prepareData, startServer, type TestServer } from "../world/server";
import { startBareServer } from "./bare-server";
import { cpuMs, load, median, residentMib, timed, type Load, type Say, type Slice } from "./measure";

const WORKERS = 2;
const CONNECTIONS = [1, 32];
/** What browsers take over plain HTTP. */
const ACCEPT = { "Accept-Encoding": "gzip" };
const IS_QUICK = process.env.BENCH_QUICK === "1";
const WARM_UP_S = IS_QUICK ? 1 : 3;
/** With 32 connections a worker draws sixteen pages at a time, and all of them end late: a slice must hold several such turns. */
const slicesOf = (reader: Reader) =>
  reader.endsWith("kept") ? { rounds: IS_QUICK ? 1 : 5, seconds: 1 } : { rounds: IS_QUICK ? 1 : 3, seconds: 3 };

const STATES = ["kept", "after a commit", "drawn anew"] as const;
type Reader = `${"visitor" | "signed in"}, ${(typeof STATES)[number]}`;
/** What is committed before every request of a state. */
type Commits = Partial<Record<(typeof STATES)[number], () => void>>;
type Row = Slice & { page: string; reader: Reader; connections: number; bare: number; ratio: number; cpu: number };

export async function benchPages(say: Say): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shuzhen-bench-"));
  try {
    const seeded = await timed(() => prepareData(folder, "programme"));
    say(`Set-up of the full demonstration world (migrate, reference data, world, index): ${seconds(seeded.ms)}`);
    const env = { WORKERS: String(WORKERS) };
    const started = await timed(() => startServer({ prepared: folder, demo: "programme", env }));
    say(`Start-up of ${WORKERS} workers, from spawn to the first answer of /readyz: ${seconds(started.ms)}`);
    try {
      await measure(started.value, folder, say);
    } finally {
      await started.value.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(server: TestServer, folder: string, say: Say): Promise<void> {
  const cookie = await sessionCookie(server.url);
  const database = new Sqlite(join(folder, "shuzhen.db"), { timeout: 5_000 });
  const commits = commitsTo(database);
  const people = [
    ["visitor", ACCEPT],
    ["signed in", { ...ACCEPT, Cookie: cookie }],
  ] as const;
  say(`Memory after start, MiB (first process, then each of its children): ${memory(server)}\n`);
  say("| page | reader | connections | requests/s | p50 ms | p99 ms | CPU ms/request | bare/s | ratio |");
  say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const [page, path] of pages(folder)) {
    for (const [who, headers] of people) {
      for (const state of STATES) {
        for (const connections of CONNECTIONS) {
          const reader: Reader = `${who}, ${state}`;
          const before = commits[state];
          say(lineOf(await compare(server, folder, { page, path, reader, headers, connections, before })));
        }
      }
    }
  }
  database.close();
  say(`\nMemory after all of it, MiB: ${memory(server)}`);
}

/** The first concerns no page, as a sign-in or a notice; the second is an edit that may concern any page of the catalogue. */
function commitsTo(database: Sqlite.Database): Commits {
  const elsewhere = database.prepare(
    "INSERT INTO setting (key, value) VALUES ('bench', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  );
  const edit = database.prepare(
    "INSERT INTO journal_entry (at, action, subjectKind, subjectId) VALUES (?, 'provider.edited', 'provider', 'org_bench')",
  );
  return { "after a commit": () => void elsewhere.run(Date.now()), "drawn anew": () => void edit.run(Date.now()) };
}

function pages(folder: string): [name: string, path: string][] {
  return [
    ["/", "/"],
    ["/solutions", "/solutions"],
    ["/solutions?q=排产", `/solutions?q=${encodeURIComponent("排产")}`],
    ["/solutions/:slug", `/solutions/${publishedSlug(folder)}`],
  ];
}

type Case = Pick<Row, "page" | "reader" | "connections"> & Pick<Load, "headers" | "before"> & { path: string };

/** Both servers stay up; short slices take turns, so that a busy minute hits both. Medians of the slices. */
async function compare(server: TestServer, folder: string, measured: Case): Promise<Row> {
  const { page, reader, headers = {}, connections, before } = measured;
  const url = server.url + measured.path;
  const file = join(folder, "bytes");
  writeFileSync(file, await bytesOf(url, headers));
  const bare = await startBareServer(file, "gzip", WORKERS);
  const ours: Load = { url, connections, headers, seconds: WARM_UP_S, before };
  const floor: Load = { url: bare.url, connections, headers: ACCEPT, seconds: WARM_UP_S };
  try {
    await load(ours);
    await load(floor);
    const slices: (Slice & { cpu: number; bare: number; ratio: number })[] = [];
    const { rounds, seconds: sliceSeconds } = slicesOf(reader);
    for (let round = 0; round < rounds; round++) {
      const cpuBefore = cpuMs(server.pid) ?? Number.NaN;
      const slice = await load({ ...ours, seconds: sliceSeconds });
      const cpu = ((cpuMs(server.pid) ?? Number.NaN) - cpuBefore) / slice.requests;
      const bareSlice = await load({ ...floor, seconds: 1 });
      slices.push({ ...slice, cpu, bare: bareSlice.perSecond, ratio: slice.perSecond / bareSlice.perSecond });
    }
    const of = (value: (slice: (typeof slices)[number]) => number) => median(slices.map(value));
    return {
      ...{ page, reader, connections, requests: of((slice) => slice.requests) },
      ...{ perSecond: of((slice) => slice.perSecond), p50: of((slice) => slice.p50), p99: of((slice) => slice.p99) },
      ...{ cpu: of((slice) => slice.cpu), bare: of((slice) => slice.bare), ratio: of((slice) => slice.ratio) },
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

async function sessionCookie(url: string): Promise<string> {
  const browser = openBrowser(url);
  await signIn(browser, demoLogins[0]?.email ?? "", demoPassword);
  const session = browser.cookies.get("session");
  if (!session) throw new Error("the demonstration login does not open a session");
  return `session=${session}`;
}

function publishedSlug(folder: string): string {
  const database = new Sqlite(join(folder, "shuzhen.db"), { readonly: true });
  const slug: unknown = database
    .prepare("SELECT slug FROM solution WHERE status = 'published' ORDER BY no LIMIT 1")
    .pluck()
    .get();
  database.close();
  return String(slug);
}

function lineOf(row: Row): string {
  const figures = [
    row.perSecond.toFixed(0),
    row.p50.toFixed(0),
    row.p99.toFixed(0),
    Number.isFinite(row.cpu) ? row.cpu.toFixed(row.cpu < 1 ? 3 : 2) : "–",
    row.bare.toFixed(0),
    `${(row.ratio * 100).toFixed(1)} %`,
  ];
  return `| ${row.page} | ${row.reader} | ${row.connections} | ${figures.join(" | ")} |`;
}

function memory(server: TestServer): string {
  return residentMib(server.pid)
    .map((mib) => mib.toFixed(0))
    .join(", ");
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
