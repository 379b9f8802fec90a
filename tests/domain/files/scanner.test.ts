import { createServer, type Server, type Socket } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { scannerFor } from "~/domain/files/scanner.server";

let server: Server | null = null;
let folder: string | null = null;
afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  if (folder) rmSync(folder, { recursive: true });
  [server, folder] = [null, null];
});

type Heard = { command: string; bytes: Buffer };

/** Speaks clamd's INSTREAM: reads the pieces by their lengths and answers once the empty one came. */
async function fakeDaemon(answer: (heard: Heard) => string | null, listenAt: string | number): Promise<void> {
  server = createServer((socket: Socket) => {
    let got = Buffer.alloc(0);
    socket.on("error", () => null);
    socket.on("data", (piece) => {
      got = Buffer.concat([got, piece]);
      const heard = wholeStream(got);
      if (!heard) return;
      const said = answer(heard);
      if (said === null) socket.end();
      else socket.end(said);
    });
  });
  await new Promise<void>((resolve) => server?.listen(listenAt, resolve));
}

function wholeStream(got: Buffer): Heard | null {
  const start = got.indexOf(0) + 1;
  const pieces: Buffer[] = [];
  for (let at = start; start > 0 && at + 4 <= got.length;) {
    const length = got.readUInt32BE(at);
    if (length === 0) return { command: got.subarray(0, start - 1).toString(), bytes: Buffer.concat(pieces) };
    pieces.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

function atSocket(): string {
  folder = mkdtempSync(join(tmpdir(), "clamd-"));
  return join(folder, "clamd.ctl");
}

test("the whole file reaches the daemon, and its word is the verdict", async () => {
  const path = atSocket();
  const heard: Heard[] = [];
  const file = Buffer.alloc(1_000_000, 7);
  await fakeDaemon((one) => {
    heard.push(one);
    return "stream: OK\0";
  }, path);
  const scan = scannerFor({ clamavSocket: path, clamavHost: null });
  expect(await scan?.(file)).toBe("clean");
  expect(heard.map(({ command, bytes }) => [command, bytes.equals(file)])).toEqual([["zINSTREAM", true]]);
});

test("a find is infected, over TCP as well", async () => {
  await fakeDaemon(({ bytes }) => (bytes.includes("EICAR") ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0"), 0);
  const address = server?.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const scan = scannerFor({ clamavSocket: null, clamavHost: `127.0.0.1:${port}` });
  expect(await scan?.(Buffer.from("X5O!EICAR"))).toBe("infected");
  expect(await scan?.(Buffer.from("harmless"))).toBe("clean");
});

test("an error, silence and nobody there are no verdict", async () => {
  const path = atSocket();
  await fakeDaemon(({ bytes }) => (bytes.length > 3 ? "INSTREAM size limit exceeded. ERROR\0" : null), path);
  const scan = scannerFor({ clamavSocket: path, clamavHost: null });
  expect(await scan?.(Buffer.from("long"))).toBe("unknown");
  expect(await scan?.(Buffer.from("x"))).toBe("unknown");
  expect(await scannerFor({ clamavSocket: `${path}.none`, clamavHost: null })?.(Buffer.from("x"))).toBe("unknown");
});

test("without a setting there is no scanner", () => {
  expect(scannerFor({ clamavSocket: null, clamavHost: null })).toBeNull();
});
