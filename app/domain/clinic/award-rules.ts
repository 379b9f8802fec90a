/** The award rules as data, checked when loaded: places, batches, ratios and caps change from year to year. */
import { z } from "zod";
import given from "#db/reference/subsidy-rules.json";
import { AwardRule } from "./awards";

const file = z.object({ rules: z.array(AwardRule), sources: z.record(z.string(), z.string()) }).parse(given);

export const awardRules: readonly AwardRule[] = file.rules;

/** Where a rule was read. */
export function sourceOf(rule: AwardRule): string {
  return file.sources[rule.sourceKey] ?? rule.sourceKey;
}
