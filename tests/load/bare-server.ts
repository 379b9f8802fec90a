import { fork } from "node:child_process";
import cluster from "node:cluster";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

type Bare = { url: string; pid: number; stop: () => void };

/**
 * The floor: bare node:http servers in processes of their own that answer these bytes to everything. As many of them
 * as the server they stand beside has, behind the same sharing of connections.
 */
export async function startBareServer(file: string, encoding: string, workers: number): Promise<Bare> {
  const child = fork(fileURLToPath(import.meta.url), ["serve", file, encoding, String(workers)], {
    execArgv: ["--import", "tsx"],
  });
  const [port] = await once(child, "message");
  return { url: `http://127.0.0.1:${String(port)}/`, pid: child.pid ?? 0, stop: () => child.kill() };
}

function serve(file: string, encoding: string): void {
  const body = readFileSync(file);
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    ...(encoding === "" ? {} : { "Content-Encoding": encoding }),
    "Content-Length": body.length,
  };
  createServer((_request, response) => response.writeHead(200, headers).end(body)).listen(0, "127.0.0.1");
}

async function watch(workers: number): Promise<void> {
  const started = Array.from({ length: workers }, () => cluster.fork());
  process.once("SIGTERM", () => {
    for (const worker of started) worker.kill("SIGKILL");
    process.exit(0);
  });
  const addresses = await Promise.all(started.map((worker) => once(worker, "listening")));
  const address: { port: number } | undefined = addresses[0]?.[0];
  process.send?.(address?.port ?? 0);
}

const [, , command, file = "", encoding = "", workers = "1"] = process.argv;
if (command === "serve") {
  if (cluster.isPrimary) await watch(Number(workers));
  else serve(file, encoding);
}
