/** `npm run bench`: set-up, start-up, and pages a second beside a bare server with the same bytes, all in one run. Loopback only. */
import autocannon from "autocannon";
import Sqlite from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { prepareData, startServer } from "../world/server";
import { startBareServer } from "./bare-server";

const WARM_UP_S = 1;
const SLICE_S = 1;
const ROUNDS = 5;
const CONNECTIONS = [1, 32];

type Row = { page: string; connections: number; ours: number; bare: number; ratio: number; p50: number; p99: number };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shuzhen-bench-"));
  try {
    await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(dataDir: string): Promise<void> {
  say(
    `Machine: ${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown"}; Node ${process.version}; ${new Date().toISOString().slice(0, 10)}`,
  );
  const seeded = await timed(() => prepareData(dataDir, "programme"));
  say(`Set-up of the full demonstration world (migrate, reference data, world, index): ${seconds(seeded.ms)}`);
  const started = await timed(() => startServer({ prepared: dataDir, demo: "programme" }));
  say(`Start-up, from spawn to the first answer of /readyz: ${seconds(started.ms)}\n`);
  const server = started.value;
  try {
    const rows: Row[] = [];
    for (const page of ["/", "/solutions", solutionPath(dataDir)]) {
      for (const connections of CONNECTIONS) rows.push(await compare(server.url, page, connections));
    }
    say(table(rows));
  } finally {
    await server.stop();
  }
}

/** Both servers stay up; short slices take turns, so that a busy minute hits both. Medians of the slices. */
async function compare(url: string, page: string, connections: number): Promise<Row> {
  const bare = await startBareServer(Buffer.from(await (await fetch(url + page)).arrayBuffer()));
  try {
    await load(url + page, connections, WARM_UP_S);
    await load(bare.url, connections, WARM_UP_S);
    const slices = [];
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await load(url + page, connections, SLICE_S);
      const floor = await load(bare.url, connections, SLICE_S);
      slices.push({
        ours: ours.requests.average,
        bare: floor.requests.average,
        p50: ours.latency.p50,
        p99: ours.latency.p99,
      });
    }
    return {
      page: page.startsWith("/solutions/") ? "/solutions/:slug" : page,
      connections,
      ours: median(slices.map((slice) => slice.ours)),
      bare: median(slices.map((slice) => slice.bare)),
      ratio: median(slices.map((slice) => slice.ours / slice.bare)),
      p50: median(slices.map((slice) => slice.p50)),
      p99: median(slices.map((slice) => slice.p99)),
    };
  } finally {
    bare.stop();
  }
}

async function load(url: string, connections: number, duration: number): Promise<autocannon.Result> {
  const result = await autocannon({ url, connections, duration });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  return result;
}

function solutionPath(dataDir: string): string {
  const database = new Sqlite(join(dataDir, "shuzhen.db"), { readonly: true });
  const slug: unknown = database
    .prepare("SELECT slug FROM solution WHERE status = 'published' ORDER BY no LIMIT 1")
    .pluck()
    .get();
  database.close();
  return `/solutions/${String(slug)}`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const from = performance.now();
  const value = await work();
  return { value, ms: performance.now() - from };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function table(rows: Row[]): string {
  const head =
    "| page | connections | requests/s | p50 ms | p99 ms | bare node:http/s | ratio |\n| --- | --- | --- | --- | --- | --- | --- |";
  const lines = rows.map(
    (row) =>
      `| ${row.page} | ${row.connections} | ${row.ours.toFixed(0)} | ${row.p50} | ${row.p99} | ${row.bare.toFixed(0)} | ${(row.ratio * 100).toFixed(2)} % |`,
  );
  return [head, ...lines].join("\n");
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
