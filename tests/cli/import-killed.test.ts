/** A process that dies in the middle of an import leaves the database as it was. */
import Sqlite from "better-sqlite3";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { codes, fileOf } from "../world/operator";

const dataDir = mkdtempSync(join(tmpdir(), "shuzhen-killed-"));
const database = join(dataDir, "shuzhen.db");
const ROWS = 6_000;

function started(...typed: string[]) {
  return spawn(process.execPath, ["--import", "tsx", "cli/main.ts", ...typed], {
    env: { ...process.env, DATA_DIR: dataDir, DEMO: "none", INIT_CWD: dataDir },
    stdio: "ignore",
  });
}

test(
  "killed while it writes: nothing of the file is there, and the same import then works",
  { timeout: 120_000 },
  async () => {
    const providers = fileOf("p.csv", `credit_code,name,type,region\n${codes.one},南昌云帆,product,360100\n`);
    expect(await once(started("import", "providers", providers), "exit")).toEqual([0, null]);
    const text = "面向中小制造企业的排产与看板，可与 MES、ERP 对接。".repeat(20);
    const rows = Array.from({ length: ROWS }, (_, index) => `${codes.one},方案${index},${text}\n`);
    const solutions = fileOf("s.csv", `provider_credit_code,title,description\n${rows.join("")}`);

    const importing = started("import", "solutions", solutions);
    const ended = once(importing, "exit");
    const other = new Sqlite(database, { timeout: 0 });
    while (importing.exitCode === null && !(await isWriting(other))) await sleep(20);
    other.close();
    importing.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);

    const after = new Sqlite(database);
    const count = (table: string) => after.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count("solution"), count("solution_version"), count("solution_fts"), count("provider")]).toEqual([
      0, 0, 0, 1,
    ]);
    expect(after.pragma("integrity_check", { simple: true })).toBe("ok");
    after.close();

    const few = fileOf("few.csv", `provider_credit_code,title\n${codes.one},方案1\n`);
    expect(await once(started("import", "solutions", few), "exit")).toEqual([0, null]);
    const later = new Sqlite(database, { readonly: true });
    expect(later.prepare("SELECT count(*) FROM solution").pluck().get()).toBe(1);
    later.close();
  },
);

/** Somebody else holds the write lock, and has for a while: setting up takes it for a moment at most. */
async function isWriting(other: Sqlite.Database): Promise<boolean> {
  for (let seen = 0; seen < 5; seen += 1) {
    try {
      other.exec("BEGIN IMMEDIATE; ROLLBACK");
      return false;
    } catch {
      await sleep(40);
    }
  }
  return true;
}
