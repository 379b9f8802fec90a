import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeEach, expect, test } from "vitest";
import { matchesForEnterprise } from "~/domain/matching/matches.server";
import { env } from "~/env.server";
import { store } from "~/store.server";
import { fillMarket } from "../domain/catalogue/market";
import { emptyDatabase, codes, operator } from "../world/operator";
import { addEnterprise } from "../world/programme";

const day = "2026-03-05";

beforeEach(async () => {
  await emptyDatabase();
  const providers = Array.from({ length: 6 }, (_, index) => `p${index}`);
  const made = Array.from({ length: 24 }, (_, index) => ({
    provider: providers[index % 6],
    scenarios: [index % 3 === 0 ? "planning" : "quality"],
    priceModel: "free" as const,
    quality: index / 24,
  }));
  await fillMarket(store(), made, providers);
});

async function enterprise(creditCode: string, industryCode: string): Promise<string> {
  return addEnterprise(store(), { creditCode, industryCode, parkSlug: "nanchang-etdz", regionCode: "360100" });
}

test("every enterprise gets its best ten, the same as on its page", async () => {
  const ids = new Map([
    [codes.one, await enterprise(codes.one, "C3982")],
    [codes.two, await enterprise(codes.two, "C1311")],
  ]);
  const file = join(env.dataDir, "matches.csv");
  const said = await operator("match", "--all", "--out", file, "--day", day);
  expect(said.failed, said.err).toBe(false);
  const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
  for (const [creditCode, id] of ids) {
    const found = await matchesForEnterprise(store().db, id, { limit: 10, day });
    const expected = found?.matches.map(({ solution, score }, at) => ({
      ...{ credit_code: creditCode, rank: String(at + 1), solution: solution.slug, score: String(score) },
    }));
    expect(expected).toHaveLength(10);
    expect(rows.filter((row) => row.credit_code === creditCode)).toEqual(expected);
  }
});

test("one solution: who is to be told of it, on standard output", async () => {
  const id = await enterprise(codes.one, "C3982");
  const best = (await matchesForEnterprise(store().db, id, { limit: 1, day }))?.matches[0];
  const said = await operator("match", "--solution", best?.solution.slug ?? "", "--day", day);
  expect(best?.score).toBeGreaterThanOrEqual(75);
  expect(said.out.trim().split(/\r?\n/)).toEqual(["credit_code", codes.one]);
});

test.each([
  [["--day", day], "--all"],
  [["--all", "--day", "tomorrow"], "YYYY-MM-DD"],
  [["--solution", "nothing"], "no live solution nothing"],
])("what cannot be done is said: %j", async (typed, sentence) => {
  const said = await operator("match", ...typed);
  expect(said.failed).toBe(true);
  expect(said.err).toContain(sentence);
});
