/** An operator at the command line, inside the test's process: `import`, `export` and `match` on a database in DATA_DIR. */
import { Command } from "commander";
import { copyFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { env } from "~/env.server";
import { closeStore } from "~/store.server";
import { madeCreditCode } from "../../cli/demo/credit-codes";
import { addExportCommand } from "../../cli/export";
import { addImportCommand } from "../../cli/import";
import { addMatchCommand } from "../../cli/match";
import { prepareDatabase } from "../../cli/setup";

export type Said = { out: string; err: string; failed: boolean };

/** Codes that are valid and nobody's. */
export const codes = { one: madeCreditCode(1), two: madeCreditCode(2), three: madeCreditCode(3) };

const prepared = join(env.dataDir, "prepared.db");

/** A database with reference data and nothing else; the one of the test before is gone. */
export async function emptyDatabase(): Promise<void> {
  closeStore();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(env.databaseFile + suffix, { force: true });
  if (existsSync(prepared)) return copyFileSync(prepared, env.databaseFile);
  await silently(prepareDatabase);
  closeStore();
  copyFileSync(env.databaseFile, prepared);
}

/** Runs one command; what it throws is what the command line prints before it fails. */
export async function operator(...typed: string[]): Promise<Said> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  addImportCommand(program);
  addExportCommand(program);
  addMatchCommand(program);
  return silently(() => program.parseAsync(typed, { from: "user" }));
}

/** A file in the test's folder; answers its path. */
export function fileOf(name: string, content: string | Buffer): string {
  const path = join(env.dataDir, name);
  writeFileSync(path, content);
  return path;
}

async function silently(work: () => Promise<unknown>): Promise<Said> {
  const said = { out: "", err: "", failed: false };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(keep((text) => (said.out += text)));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(keep((text) => (said.err += text)));
  try {
    await work();
  } catch (error) {
    said.failed = true;
    said.err += error instanceof Error ? `${error.message}\n` : String(error);
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return said;
}

/** A stream that takes everything at once. */
function keep(add: (text: string) => void) {
  return (chunk: unknown, ...rest: unknown[]): boolean => {
    add(Buffer.isBuffer(chunk) ? chunk.toString("utf8") : String(chunk));
    const done = rest.find((each) => typeof each === "function");
    if (typeof done === "function") done();
    return true;
  };
}
