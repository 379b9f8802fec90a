/** What holds a solution's description together; 〔标签〕 is the trade, 〔名称〕 what the product calls itself. */
export const titleForms = [
  "〔标签〕〔名称〕",
  "〔标签〕〔名称〕",
  "〔品牌〕〔名称〕",
  "〔品牌〕〔名称〕（〔标签〕版）",
  "〔品牌〕〔标签〕〔名称〕",
  "面向〔标签〕企业的〔名称〕",
  "〔名称〕·〔标签〕专版",
];
/** For scenarios of production: one step of it may stand in the title. */
export const processTitleForms = [
  ...titleForms,
  "〔标签〕〔工序〕〔名称〕",
  "〔标签〕〔工序〕〔名称〕",
  "〔品牌〕〔工序〕〔名称〕",
];
/** For offers to several trades. */
export const brandTitleForms = [
  "〔品牌〕〔名称〕",
  "〔品牌〕〔名称〕",
  "〔名称〕（多行业通用）",
  "〔品牌〕〔名称〕·企业版",
];
export const openings = [
  "很多〔标签〕企业都遇到过：",
  "我们在〔标签〕工厂里听到最多的两句话是：",
  "走访 #20-80# 家〔标签〕企业后，我们把问题归结为两条：",
  "做〔产品〕的企业常常这样说：",
  "从〔工序〕到出货，最常见的情形是：",
  "本方案针对两个具体问题：",
];
export const closings = [
  "适合 #20-60# 人到 #200-500# 人规模的企业。",
  "已在 #5-60# 家〔标签〕企业使用。",
  "如企业已有 ERP，可在两周内对接。",
  "先试用、后付费，验证有效再推广。",
  "上线期间不停产，周末切换。",
  "提供全程中文界面和操作视频，车间员工半天学会。",
];
