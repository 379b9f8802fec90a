/** Loads the dictionary of search. What staff added stays, and what they struck out stays struck out, through every load. */
import { and, eq, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { z } from "zod";
import type { LexiconKind } from "../vocabulary/search";
import { newId } from "../ids.server";
import { lexiconTerm } from "../schema/support.server";

const words = z.array(z.string().trim().min(1));

export const LexiconFile = z.object({
  about: z.string(),
  trust: z.string(),
  /** Under the key of a scenario, or scenario/function. */
  concepts: z.record(z.string().regex(/^[a-z0-9_]+(\/[a-z0-9_]+)?$/), z.object({ names: words, hints: words })),
  industries: z.record(z.string().regex(/^C\d{0,4}$/), words),
  empty: words,
});

type Named = { name_zh: string; name_en: string };
export type LexiconSource = {
  lexicon: z.infer<typeof LexiconFile>;
  scenarios: { row: Named & { key: string; set: string } }[];
  industries: { row: { code: string; level: string; name_zh: string } }[];
};

export type LexiconRow = { surface: string; kind: LexiconKind; target: string };

/** Throws one sentence when a concept belongs to no scenario, or words to no branch of industry. */
export function checkLexicon({ lexicon, scenarios, industries }: LexiconSource): void {
  const keys = new Set(scenarios.map(({ row }) => row.key));
  for (const key of Object.keys(lexicon.concepts)) {
    if (!keys.has(key.split("/")[0] ?? ""))
      throw new Error(`lexicon.json: ${key} belongs to no scenario of scenarios.json`);
  }
  const codes = new Set(industries.map(({ row }) => row.code));
  for (const code of Object.keys(lexicon.industries)) {
    if (!codes.has(code)) throw new Error(`lexicon.json: industry ${code} is not in industries.csv`);
  }
}

/** Adds what is new, removes what left the files, and marks the dictionary as another one, so that every process reads it again. */
export function writeLexicon(tx: BetterSQLite3Database, source: LexiconSource, now: number): void {
  const rows = lexiconRows(source);
  const known = new Set(rows.map(idOf));
  const loaded = tx.select().from(lexiconTerm).where(eq(lexiconTerm.source, "reference")).all();
  for (const gone of loaded.filter((row) => row.isActive && !known.has(idOf(row)))) {
    const { surface, kind, target } = gone;
    tx.delete(lexiconTerm)
      .where(and(eq(lexiconTerm.surface, surface), eq(lexiconTerm.kind, kind), eq(lexiconTerm.target, target)))
      .run();
  }
  const values = rows.map((row) => ({ ...row, source: "reference" as const, updatedAt: now }));
  for (let at = 0; at < values.length; at += BATCH) {
    tx.insert(lexiconTerm)
      .values(values.slice(at, at + BATCH))
      .onConflictDoNothing()
      .run();
  }
  tx.run(
    sql`INSERT INTO search_meta (k, v) VALUES ('lexicon', ${newId("lex")}) ON CONFLICT (k) DO UPDATE SET v = excluded.v`,
  );
}

const BATCH = 500;

/** Every word with what it stands for; the official names of scenarios are words for them as well. */
export function lexiconRows({ lexicon, scenarios, industries }: LexiconSource): LexiconRow[] {
  const official = scenarios
    .filter(({ row }) => row.set !== "industry_example")
    .flatMap(({ row }) =>
      [row.name_zh, row.name_en].map((surface) => ({ surface, kind: "scenario" as const, target: row.key })),
    );
  const concepts = Object.entries(lexicon.concepts).flatMap(([target, { names, hints }]) => [
    ...names.map((surface) => ({ surface, kind: "scenario" as const, target })),
    ...hints.map((surface) => ({ surface, kind: "hint" as const, target })),
  ]);
  const trades = Object.entries(lexicon.industries).flatMap(([target, said]) =>
    said.map((surface) => ({ surface, kind: "industry" as const, target })),
  );
  const said = new Set([...[...official, ...concepts, ...trades].map(({ surface }) => surface), ...lexicon.empty]);
  const generated = industryWords(industries).filter(({ surface }) => !said.has(surface));
  const empty = lexicon.empty.map((surface) => ({ surface, kind: "empty" as const, target: "" }));
  return unique([...official, ...concepts, ...trades, ...generated, ...empty]);
}

/**
 * 糕点、面包制造 → 糕点, 面包. What several branches are called stands for what they have in common; a name that would only
 * stand for all of manufacturing is left out.
 */
function industryWords(industries: LexiconSource["industries"]): LexiconRow[] {
  const codes = new Map<string, string>();
  for (const { row } of industries) {
    if (row.level === "section" || /其他|未列明|以外|除外/.test(row.name_zh)) continue;
    for (const word of productsIn(row.name_zh)) {
      const known = codes.get(word);
      codes.set(word, known === undefined ? row.code : commonStart(known, row.code));
    }
  }
  return [...codes]
    .filter(([, code]) => code.length >= SHORTEST_CODE)
    .map(([surface, target]) => ({ surface, kind: "industry", target }));
}

/** Parts of names of branches that are no trade by themselves. */
const TOO_GENERAL = new Set(
  "组件 装置 计算 零件 零配件 附件 元件 器件 器具 机械 材料 包装材料 容器 文化 管制 隔热 气体 辅机 监护 复印 装订 导航 测绘 气象 控制设备 传动部件 敏感元件 有关物品 医疗诊断 化学产品 合成材料 计算器 单板 线材 交通 冶金 采矿 体育 文教 照明 计算机".split(
    " ",
  ),
);
const SHORTEST_CODE = 3;
const [SHORTEST_WORD, LONGEST_WORD] = [2, 8];
const MAKING = /(?:的)?(?:制造业|制造|加工业|加工|生产|业|冶炼|开采)$/;

function productsIn(name: string): string[] {
  return name
    .replaceAll(/[（(][^）)]*[）)]/g, "")
    .split(/[、和及，,]/)
    .map((part) =>
      part
        .trim()
        .replace(MAKING, "")
        .replace(/^(?:相关|专用)/, ""),
    )
    .filter(
      (word) =>
        !TOO_GENERAL.has(word) &&
        word.length >= SHORTEST_WORD &&
        word.length <= LONGEST_WORD &&
        /^\p{Script=Han}+$/u.test(word),
    );
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function unique(rows: LexiconRow[]): LexiconRow[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}

function idOf({ surface, kind, target }: LexiconRow): string {
  return `${surface}\n${kind}\n${target}`;
}
