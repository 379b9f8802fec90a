/**
 * What the platform asks on top of the scheme's own number fields so that an option can be computed instead of guessed.
 * The scheme leaves the revenue of question 11 to the platform ("revenue_avg is collected by the platform"), words question
 * 12 per 100 yuan of revenue without naming a formula, and asks for one pass rate where question 13 compares two.
 */
import type { NumberField } from "./scheme-parts";

type Supplement = { fields: NumberField[]; derive?: string };

const supplements: Record<string, Supplement> = {
  q11_funding: {
    fields: [{ key: "revenue_avg", labelZh: "年均营业收入", labelEn: "Average yearly revenue", unit: "万元/年" }],
  },
  q12_energy_intensity: {
    fields: [],
    derive: "energy_last/revenue_last - energy_prev/revenue_prev",
  },
  q13_pass_rate: {
    fields: [
      {
        key: "pass_rate_prev",
        labelZh: "改造前月均产品合格率",
        labelEn: "Average monthly pass rate before the retrofit",
        unit: "%",
      },
    ],
    derive: "pass_rate - pass_rate_prev",
  },
};

export function supplementOf(questionKey: string): Supplement | null {
  return supplements[questionKey] ?? null;
}
