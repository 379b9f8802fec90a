/** `match`: the best ten solutions of every enterprise as CSV, or who gains by one solution. */
import type { Command } from "commander";
import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { allNeeds, type EnterpriseNeed } from "~/domain/matching/needs.server";
import { bestFew } from "~/domain/matching/rank";
import { enterprisesToTell } from "~/domain/matching/telling.server";
import { env } from "~/env.server";
import { dayOf } from "~/i18n/format";
import { store } from "~/store.server";
import { fileNamed } from "./exchange-options";
import { printCsv, writeCsv } from "./export-file";
import { progressOf } from "./progress";

type Options = { all?: true; out?: string; solution?: string; day: string };

const LIMIT = 10;
const HEADER = ["credit_code", "rank", "solution", "score"];
/** So many at a time; the bar moves between them. */
const STRIDE = 100;

export function addMatchCommand(program: Command): void {
  program
    .command("match")
    .description("match enterprises with solutions, as their pages do")
    .option("--all", "the best ten solutions of every enterprise, as CSV")
    .option("--out <file>", "a .csv file, which is replaced; else standard output")
    .option("--solution <slug>", "instead: the enterprises to tell of this solution (first three, 75 points)")
    .option("--day <day>", "YYYY-MM-DD: equal scores take turns from day to day", dayOf(Date.now()))
    .action(match);
}

async function match({ all, out, solution, day }: Options): Promise<void> {
  if (!existsSync(env.databaseFile)) throw new Error(`There is no database at ${env.databaseFile}.`);
  if (!all && solution === undefined) throw new Error("Say --all, or --solution with the name of one.");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error("--day is written YYYY-MM-DD.");
  const header = solution === undefined ? HEADER : HEADER.slice(0, 1);
  const rows = solution === undefined ? bestOfEveryone(day) : toTell(solution, day);
  await (out === undefined ? printCsv(header, rows) : writeCsv(fileNamed(out), header, rows));
}

async function* bestOfEveryone(day: string): AsyncGenerator<string[]> {
  const { db } = store();
  const everyone = await allNeeds(db);
  const { solutions } = await publishedCatalogue(db);
  const progress = progressOf((done, share, seconds) => `${bar(share)} ${done} / ${everyone.length}, ${seconds} s`);
  for (const [index, { id, creditCode, need }] of everyone.entries()) {
    const best = bestFew(solutions, need, { limit: LIMIT, day, seed: id });
    for (const [at, { place, score }] of best.entries()) {
      yield [creditCode ?? "", String(at + 1), solutions[place]?.slug ?? "", String(score)];
    }
    if (index % STRIDE === STRIDE - 1) {
      progress.tell(index + 1, (index + 1) / everyone.length);
      // An interrupt is heard between strides.
      await setImmediate();
    }
  }
  progress.end();
}

async function* toTell(slug: string, day: string): AsyncGenerator<string[]> {
  const { db } = store();
  const { bySlug } = await publishedCatalogue(db);
  const solution = bySlug.get(slug);
  if (!solution) throw new Error(`There is no live solution ${slug}.`);
  const ids = new Set(await enterprisesToTell(db, solution.id, day));
  yield* (await allNeeds(db)).filter(({ id }) => ids.has(id)).map(codeOf);
}

function codeOf({ creditCode }: EnterpriseNeed): string[] {
  return [creditCode ?? ""];
}

const BAR = 24;

function bar(share: number): string {
  const done = Math.round(share * BAR);
  return `[${"#".repeat(done)}${".".repeat(BAR - done)}] ${Math.floor(share * 100)} %`;
}
