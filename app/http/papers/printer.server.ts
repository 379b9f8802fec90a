/**
 * Draws papers beside the process's own work: laying out a report takes as long as dozens of pages, in one go. The thread starts
 * with the first paper, draws one after the other, and ends when nothing was asked for a minute (docs/decisions/0024).
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Piscina } from "piscina";
import type { Drawing } from "./drawing.server";

/** The source and not the build: the same in development, tests and production, which all run TypeScript by tsx. */
const THREAD = pathToFileURL(resolve("app/http/papers/drawing.server.ts")).href;

const printer = new Piscina<Drawing, Uint8Array<ArrayBuffer>>({
  filename: THREAD,
  name: "draw",
  execArgv: ["--import", "tsx"],
  ...{ minThreads: 0, maxThreads: 1, idleTimeout: 60_000 },
});

/** Far longer than the longest report takes, with others before it. */
const PATIENCE_MS = 60_000;

/** The bytes of the file. Rejects with what drawing failed with, or when it takes a minute; the next paper is drawn all the same. */
export function printed(drawing: Drawing): Promise<Uint8Array<ArrayBuffer>> {
  return printer.run(drawing, { signal: AbortSignal.timeout(PATIENCE_MS) });
}
