/** Filled questionnaires in pairs, before and after a retrofit, scored by the rules everyone else is scored by. */
import { eq } from "drizzle-orm";
import { queries } from "#db/seed/rows.server";
import { scheme as schemeTable } from "#db/schema/assessment.server";
import type Sqlite from "better-sqlite3";
import type { Answers } from "~/domain/assessment/answers";
import { levelOf } from "~/domain/assessment/level";
import { questionsOf, type Question, type Scheme } from "~/domain/assessment/scheme";
import { NATIONAL_SCHEME, parseScheme } from "~/domain/assessment/scheme.server";
import { scoreAnswers } from "~/domain/assessment/score";
import { itemAt, type Random } from "./random";

export type Filled = {
  answers: Answers;
  score: number;
  foundation: number;
  management: number;
  effect: number;
  level: number;
  scenarioLevels: Record<string, number>;
};

export type Pair = { before: Filled; after: Filled };
export type Answering = {
  schemeKey: string;
  schemeVersion: number;
  pair(from: number, to: number, random: Random): Pair;
};

const LEVELS = [0, 1, 2, 3, 4];
const MAX_TRIES = 4_000;

/** `pairsEach` different pairs for every level and every rise up to two levels. */
export function composeAnswers(writer: Sqlite.Database, pairsEach: number, random: Random): Answering {
  const row = itemAt(queries(writer).select().from(schemeTable).where(eq(schemeTable.key, NATIONAL_SCHEME)).all(), 0);
  const scheme = parseScheme(row.content);
  const pairs = new Map<string, Pair[]>();
  for (const from of LEVELS) {
    for (const to of LEVELS.filter((level) => level >= from && level <= from + 2)) {
      pairs.set(
        `${from}${to}`,
        Array.from({ length: pairsEach }, () => pairOf(scheme, from, to, random)),
      );
    }
  }
  return {
    schemeKey: row.key,
    schemeVersion: row.version,
    pair: (from, to, chance) => chance.pick(pairs.get(`${from}${Math.min(to, from + 2, 4)}`) ?? []),
  };
}

function pairOf(scheme: Scheme, from: number, to: number, random: Random): Pair {
  const before = reached(scheme, from, () => composed(scheme, from, {}, random));
  const after = reached(scheme, to, () => composed(scheme, to, before.answers, random));
  return { before, after };
}

/** Composes until the scheme itself finds the level. */
function reached(scheme: Scheme, level: number, compose: () => Answers): Filled {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const answers = compose();
    const { total, byDimension, scenarioLevels } = scoreAnswers(scheme, answers);
    if (levelOf(scheme, total, scenarioLevels) !== level) continue;
    const { foundation = 0, management = 0, effect = 0 } = byDimension;
    return { answers, score: total, foundation, management, effect, level, scenarioLevels };
  }
  throw new Error(`no answers found for level ${level}`);
}

/** Answers about as good as a level asks, and nowhere worse than they were. */
function composed(scheme: Scheme, level: number, earlier: Answers, random: Random): Answers {
  const machines = earlier.q02_equipment_digitised?.numbers.equip_total ?? random.whole(20, 90);
  const aim = (level * 20 + 5 + random.whole(0, 14)) / 100;
  const answers: Answers = {};
  for (const question of questionsOf(scheme)) {
    const kept = earlier[question.key]?.choice ?? [];
    const choice =
      question.sceneKey === null ? pointsChoice(question, aim, kept, random) : levelChoice(level, kept, random);
    answers[question.key] = {
      choice,
      numbers: Object.fromEntries(question.numberFields.map(({ key }) => [key, null])),
    };
  }
  return withCounts(scheme, answers, machines);
}

function levelChoice(level: number, kept: string[], random: Random): string[] {
  const drawn = random.weighted([
    [level - 1, 26],
    [level, 50],
    [level + 1, 20],
    [level - 2, 4],
  ]);
  return [String(Math.max(0, Math.min(4, Math.max(drawn, Number(kept[0] ?? 0)))))];
}

function pointsChoice(question: Question, aim: number, kept: string[], random: Random): string[] {
  const fraction = Math.max(0, Math.min(1, aim + (random.next() - 0.5) * 0.5));
  if (question.type === "single") {
    const index = Math.round(fraction * (question.options.length - 1));
    const before = question.options.findIndex(({ value }) => value === kept[0]);
    return [itemAt(question.options, Math.max(index, before)).value];
  }
  const real = question.options.filter(({ value }) => value !== question.noneValue).map(({ value }) => value);
  const more = random.some(real, Math.round(fraction * real.length));
  const chosen = real.filter((value) => more.includes(value) || kept.includes(value));
  return chosen.length > 0 ? chosen : [question.noneValue ?? itemAt(real, 0)];
}

/** Machine counts that say the same as the chosen share; other numbers are left to the enterprise. */
function withCounts(scheme: Scheme, answers: Answers, machines: number): Answers {
  for (const question of questionsOf(scheme)) {
    const { derivation } = question;
    if (derivation?.kind !== "share" || derivation.total !== "equip_total") continue;
    const range = question.options.find(({ value }) => value === answers[question.key]?.choice[0])?.range;
    const answer = answers[question.key];
    if (!range || !answer) continue;
    answer.numbers[derivation.of] = Math.floor((machines * (range.min + range.max)) / 200);
    if ("equip_total" in answer.numbers) answer.numbers.equip_total = machines;
    const counted = question.options.find(
      (option) => option.range && inRange((Number(answer.numbers[derivation.of]) / machines) * 100, option.range),
    );
    if (counted) answer.choice = [counted.value];
  }
  return answers;
}

function inRange(percent: number, range: { min: number; max: number; minInclusive: boolean }): boolean {
  return (percent > range.min || (percent === range.min && range.minInclusive)) && percent <= range.max;
}
