/**
 * What an enterprise might get from a programme once it has reached the level aimed at: min(ratio × spend, cap), plus what a
 * rule adds at a level. Always an estimate: spend is the report's budget, of which the programme may count less. Pure.
 * Rules: db/reference/subsidy-rules.json.
 */
import { z } from "zod";

const FEN_PER_WAN = 1_000_000;

export const AwardRule = z
  .object({
    id: z.string(),
    place_zh: z.string(),
    /** GB/T 2260; null: kept for comparison only, never applied. */
    region_code: z.string().nullable(),
    batch: z.number().int(),
    /** First and last day of the batch; null: not published. */
    from: z.string().nullable(),
    until: z.string().nullable(),
    required_level: z.object({ min: z.number().int() }),
    ratio: z.number().min(0).max(1),
    cap_wan: z.number().min(0),
    bonus: z.array(z.object({ if_level: z.number().int(), add_wan: z.number() })).default([]),
    source: z.string(),
  })
  .transform((raw) => ({
    id: raw.id,
    placeZh: raw.place_zh,
    regionCode: raw.region_code,
    batch: raw.batch,
    from: raw.from,
    until: raw.until,
    requiredLevel: raw.required_level.min,
    /** Thousandths, so that money is counted in whole numbers. */
    ratioThousandths: Math.round(raw.ratio * 1000),
    capFen: raw.cap_wan * FEN_PER_WAN,
    bonus: raw.bonus.map(({ if_level, add_wan }) => ({ level: if_level, addFen: add_wan * FEN_PER_WAN })),
    sourceKey: raw.source,
  }));
export type AwardRule = z.infer<typeof AwardRule>;

export type AwardQuestion = {
  /** Where the enterprise is registered, GB/T 2260. */
  regionCode: string;
  /** YYYY-MM-DD */
  on: string;
  targetLevel: number | null;
  spend: { minFen: number; maxFen: number };
};

export type EstimatedAward = { rule: AwardRule; minFen: number; maxFen: number };

/** One estimate for every rule that fits place, day and level; none when there is nothing to spend. */
export function estimateAwards(rules: readonly AwardRule[], question: AwardQuestion): EstimatedAward[] {
  const { regionCode, on, targetLevel, spend } = question;
  if (targetLevel === null || spend.maxFen === 0) return [];
  return rules
    .filter((rule) => covers(rule.regionCode, regionCode) && isOn(rule, on) && targetLevel >= rule.requiredLevel)
    .map((rule) => ({
      rule,
      minFen: awardOf(rule, spend.minFen, targetLevel),
      maxFen: awardOf(rule, spend.maxFen, targetLevel),
    }));
}

/** Rounded down to the fen. */
function awardOf(rule: AwardRule, spendFen: number, level: number): number {
  if (spendFen === 0) return 0;
  const bonus = rule.bonus.filter((one) => level >= one.level).reduce((sum, { addFen }) => sum + addFen, 0);
  return Math.min(Math.floor((spendFen * rule.ratioThousandths) / 1000), rule.capFen) + bonus;
}

function isOn({ from, until }: AwardRule, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

/** 360100 covers every county 3601xx; a county's own rule covers the county. */
function covers(ruleRegion: string | null, regionCode: string): boolean {
  return ruleRegion !== null && regionCode.startsWith(ruleRegion.replace(/(00){1,2}$/, ""));
}
