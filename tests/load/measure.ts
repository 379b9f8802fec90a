/** What every benchmark shares: the machine in words, medians, slices of load, and CPU time by process. */
import autocannon from "autocannon";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

export type Say = (line: string) => void;

export function machine(): string {
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
  return [
    `${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.version}`,
    `SQLite by better-sqlite3 ${versionOf("better-sqlite3")}, Remix ${versionOf("@remix-run/node")}`,
    `load average at the start ${load}`,
    new Date().toISOString().slice(0, 10),
  ].join("; ");
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return version;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const from = performance.now();
  const value = await work();
  return { value, ms: performance.now() - from };
}

export type Load = {
  url: string;
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
  /** Done before every request, such as a commit that ends what was kept. */
  before?: () => void;
};

export type Slice = { perSecond: number; requests: number; p50: number; p99: number };

export async function load({ url, connections, seconds, headers, before }: Load): Promise<Slice> {
  const setupRequest = (request: autocannon.Request) => {
    before?.();
    return request;
  };
  const requests = before ? [{ setupRequest }] : undefined;
  const result = await autocannon({ url, connections, duration: seconds, headers, requests });
  if (result.non2xx + result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  }
  return {
    // Not its average: that is taken of whole seconds, and slow pages end between them.
    perSecond: result.requests.total / result.duration,
    requests: result.requests.total,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

/** User and system CPU milliseconds that a process and its children have used so far; null without /proc. */
export function cpuMs(pid: number): number | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const own = statOf(pid);
  return own.cpuMs + childrenOf(pid).reduce((sum, child) => sum + (cpuMs(child) ?? 0), 0);
}

/** Resident memory of a process and of each of its children, in MiB. */
export function residentMib(pid: number): number[] {
  if (!existsSync(`/proc/${pid}/status`)) return [];
  const kib = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  return [kib / 1024, ...childrenOf(pid).flatMap(residentMib)];
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((each) => each > 0 && existsSync(`/proc/${each}/stat`) && statOf(each).parent === pid);
}

/** A hundred ticks a second on every Linux that Node runs on. */
const TICK_MS = 10;

function statOf(pid: number): { parent: number; cpuMs: number } {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in parentheses may hold spaces.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
}
