/** What enterprises and parks write about effects. */
export const effectNotes = [
  "数字取自上线前后各三个月的生产日报。",
  "按财务和仓库台账核对，口径没有变。",
  "只统计改造过的车间，没有算其他车间。",
  "上线满三个月后统计，淡旺季已扣除。",
];

export const effectRejections = [
  "改造前后的统计口径不同，请按同一口径重新统计后再确认。",
  "数字没有说明取自哪里，请补充台账或报表的来源。",
  "只有上线后一周的数据，请满一个月后再确认。",
];
