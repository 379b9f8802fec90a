/** Killed anywhere between a publication and the last letter: everyone is written to once, by whoever goes on. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqlite } from "#db/engines/sqlite.server";
import { alertItem } from "#db/schema/alerts.server";
import { user } from "#db/schema/identity.server";
import { mail, notice } from "#db/schema/support.server";
import { openStore } from "#db/store.server";
import { sendDigests } from "~/domain/alerts/digest.server";
import { findAlerts } from "~/domain/alerts/find-alerts.server";
import { followThing } from "~/domain/alerts/follows.server";
import { setCadence } from "~/domain/alerts/settings.server";
import { refreshIndex } from "~/domain/catalogue/published.server";
import { letterOf } from "~/jobs/digest-letter.server";
import { addSolution, market } from "../catalogue/market";

const NOW = Date.parse("2031-02-05T10:00:00+08:00");
const PEOPLE = ["a", "b", "c", "d", "e"];
const LISTINGS = 3;
/** One for each listing, one that says they are handled, one for each person. */
const WRITES = LISTINGS + 1 + PEOPLE.length;

const folder = mkdtempSync(join(tmpdir(), "shuzhen-alerts-"));
let prepared: Buffer;

beforeAll(async () => {
  const { store } = await market([{ title: "旧方案" }]);
  await findAlerts(store, NOW - 86_400_000);
  await store.write(async (tx) => {
    for (const id of PEOPLE) {
      await tx
        .insert(user)
        .values({ id, name: id, email: `${id}@example.cn`, passwordHash: "x", locale: "zh-CN", createdAt: 1 });
      await setCadence(tx, id, "now", 1);
      await followThing(tx, id, { kind: "scenario", key: "planning" }, NOW - 10);
    }
    for (let no = 2; no < 2 + LISTINGS; no++) {
      await addSolution(tx, no, { title: `新方案${no}`, scenarios: ["planning"], publishedAt: NOW, decidedAt: NOW });
      await refreshIndex(tx, `sol_${no}`);
    }
  });
  prepared = store.writer.serialize();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const points = [1, 2, LISTINGS, LISTINGS + 1, LISTINGS + 2, WRITES - 1, WRITES].flatMap((write) =>
  (["before", "after"] as const).map((moment) => ({ write, moment })),
);

test.each(points)("killed $moment the commit of write $write", { timeout: 60_000 }, async ({ write, moment }) => {
  const file = join(folder, `${write}-${moment}.db`);
  writeFileSync(file, prepared);
  const child = spawn(process.execPath, ["--import", "tsx", "tests/world/alert-run.ts", file, String(write), moment], {
    env: { ...process.env, NOW: String(NOW + 1_000), DATA_DIR: folder, LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);

  const store = openStore(openSqlite(file));
  try {
    await findAlerts(store, NOW + 2_000);
    await sendDigests(store, NOW + 2_000, letterOf);
    await findAlerts(store, NOW + 3_000);
    await sendDigests(store, NOW + 3_000, letterOf);
    const letters = await store.db.select().from(mail);
    expect(letters.map(({ recipient }) => recipient).sort()).toEqual(PEOPLE.map((id) => `${id}@example.cn`));
    for (const { body } of letters) expect(body.match(/\/solutions\/s-/g)).toHaveLength(LISTINGS);
    expect(await store.db.select().from(notice)).toHaveLength(PEOPLE.length);
    const items = await store.db.select().from(alertItem);
    expect(items).toHaveLength(PEOPLE.length * LISTINGS);
    expect(items.every(({ toldAt }) => toldAt !== null)).toBe(true);
  } finally {
    store.close();
  }
});
