import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

type Bare = { url: string; stop: () => void };

/** The floor: a bare node:http server in a process of its own that answers these bytes to everything. */
export async function startBareServer(body: Buffer): Promise<Bare> {
  const child = fork(fileURLToPath(import.meta.url), ["serve"], { execArgv: ["--import", "tsx"] });
  child.send(body.toString("base64"));
  const [port] = await once(child, "message");
  return { url: `http://127.0.0.1:${String(port)}/`, stop: () => child.kill() };
}

function serve(body: Buffer): void {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  server.listen(0, "127.0.0.1", () => {
    const address = server.address() as AddressInfo;
    process.send?.(address.port);
  });
}

if (process.argv[2] === "serve" && process.send) {
  process.once("message", (message) => serve(Buffer.from(String(message), "base64")));
}
