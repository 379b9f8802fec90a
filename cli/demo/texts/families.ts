import { goodsFamilies } from "./families-of-goods";
import { materialFamilies } from "./families-of-materials";
import { metalFamilies } from "./families-of-metal";
import { partFamilies } from "./families-of-parts";
import type { Family } from "./family";

export const families: readonly Family[] = [...partFamilies, ...metalFamilies, ...materialFamilies, ...goodsFamilies];

/** For offers to every trade. */
export const generalFamily: Family = {
  key: "general",
  codes: [],
  label: "制造业",
  products: ["产品", "主力产品", "定制产品"],
  processes: ["关键工序", "瓶颈工序", "装配", "加工"],
  machines: ["主要设备", "关键设备", "产线设备"],
  defects: ["不良品", "外观缺陷", "尺寸偏差"],
  materials: ["原材料", "主材", "外购件"],
  customers: ["客户", "大客户", "渠道客户"],
  trades: ["制造", "工业", "实业"],
};
