/** What a made report states beside its words: areas, gains as figures, marks of the matrix. Nothing here is drawn by lot. */
import type { FindingArea, GainMetric } from "#db/vocabulary/clinic";
import type { DemoEnterprise } from "./world";

const percents: readonly (readonly [RegExp, GainMetric])[] = [
  [/(?:换线时间减少|换线时间缩短) ?(\d+)%/, "changeover_time"],
  [/(?:停机减少) ?(\d+)%/, "downtime"],
  [/(?:返工率下降|漏检率降低|率差异缩小|不良减少|差错减少|投诉减少) ?(\d+)%/, "defect_rate"],
  [/(?:生产周期缩短|准备周期缩短) ?(\d+)%/, "delivery_time"],
  [/(?:库存资金下降|成品库存下降|呆滞下降|在制品下降) ?(\d+)%/, "stock_turnover"],
  [/(?:能耗下降|电费节省) ?(\d+)%/, "energy"],
  [/(?:整理时间减少) ?(\d+)%/, "labour"],
];

/** All three, or none where the words name no share. */
function gainIn(words: string) {
  for (const [pattern, gainMetric] of percents) {
    const value = pattern.exec(words)?.[1];
    if (value) return { gainMetric, gainValue: Number(value), gainUnit: "percent" as const };
  }
  return { gainMetric: null, gainValue: null, gainUnit: null };
}

/** The gain in words and, read off them so that both say the same, as a figure. */
export function gainOf(expectedGain: string) {
  return { expectedGain, ...gainIn(expectedGain) };
}

/** The first is worth more than it costs, the second as much, the rest less: what the matrix makes of the marks. */
export function marksOf(index: number, lowWan: number) {
  const isCheap = lowWan < 10;
  if (index === 0) return { effort: isCheap ? 1 : 2, effect: 3, priority: "high" as const };
  if (index === 1) return { effort: isCheap ? 1 : 2, effect: isCheap ? 1 : 2, priority: "medium" as const };
  return { effort: isCheap ? 2 : 3, effect: isCheap ? 1 : 2, priority: "low" as const };
}

export function overviewOf({ employees }: DemoEnterprise, words: Record<string, string>): string {
  return `企业现有员工 ${employees} 人，主要产品为${words.产品 ?? "金属零部件"}。本次诊断走访了生产、仓储、质量和财务等岗位，查看了现有设备、台账和在用软件。`;
}

const areas: Record<string, FindingArea> = {
  product_design: "research",
  process_design: "research",
  procurement: "supply_chain",
  warehouse_logistics: "supply_chain",
  marketing: "management",
  after_sales: "management",
  finance: "management",
  collaboration: "management",
  decision_support: "data",
  f_data_security: "data",
  f_ai: "data",
  hr: "organisation",
  f_planning_talent: "organisation",
  f_network: "infrastructure",
  f_equipment_iot: "infrastructure",
  f_cloud: "infrastructure",
  f_network_security: "infrastructure",
};

/** Scenarios of the shop floor are the rule. */
export function areaOf(scenarioKey: string): FindingArea {
  return areas[scenarioKey] ?? "production";
}
