/** A server of its own for a story: the built app as an operator would start it, on made-up data, on a free port. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type TestServer = {
  url: string;
  dataDir: string;
  pid: number;
  /** Everything the server has logged so far. */
  log(): string;
  stop(): Promise<void>;
};

type Options = {
  demo?: "small" | "none" | "programme";
  env?: Record<string, string>;
  /** A folder that `prepareData` has filled; kept when the server stops. */
  prepared?: string;
};

const READY_WITHIN_MS = 120_000;

/** Migrates and fills a data folder as `npm start` does. */
export async function prepareData(dataDir: string, demo: "small" | "none" | "programme"): Promise<void> {
  const setup = start("cli/main.ts", ["setup"], { NODE_ENV: "production", DATA_DIR: dataDir, DEMO: demo });
  if ((await setup.ended) !== 0) throw new Error(`setup failed:\n${setup.output()}`);
}

export async function startServer({ demo = "small", env = {}, prepared }: Options = {}): Promise<TestServer> {
  const dataDir = prepared ?? mkdtempSync(join(tmpdir(), "shuzhen-server-"));
  const port = await freePort();
  const settings: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    DEMO: demo,
    HOST: "127.0.0.1",
    PORT: String(port),
    // One process starts in half the time; what concerns several asks for them.
    WORKERS: "1",
    ...env,
  };
  if (!prepared) await prepareData(dataDir, demo);
  const server = start("server/main.ts", [], settings);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.child.kill("SIGTERM");
    await server.ended;
    if (!prepared) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, server.child);
  } catch (error) {
    await stop();
    throw new Error(`the server did not start:\n${server.output()}`, { cause: error });
  }
  return { url, dataDir, pid: server.child.pid ?? 0, log: server.output, stop };
}

/** Runs an operators' command on the data of a server and answers what it said. */
export async function runCommand(dataDir: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const command = start("cli/main.ts", args, { NODE_ENV: "production", DATA_DIR: dataDir, DEMO: "none" });
  return { code: await command.ended, output: command.output() };
}

function start(file: string, args: string[], settings: NodeJS.ProcessEnv) {
  // Nothing of the test runner's own environment: Vitest sets BASE_URL and NODE_ENV.
  const { PATH, HOME, BUILD_DIR } = process.env;
  const env: NodeJS.ProcessEnv = { PATH, HOME, ...(BUILD_DIR ? { BUILD_DIR } : {}), ...settings };
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  return { child, ended, output: () => text };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (const started = Date.now(); Date.now() - started < READY_WITHIN_MS; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`exit ${child.exitCode}`);
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.ok) return;
  }
  throw new Error(`not ready within ${READY_WITHIN_MS} ms`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
