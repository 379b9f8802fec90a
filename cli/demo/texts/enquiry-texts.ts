/** What enterprises ask and providers answer. */
import type { EnquiryReason } from "#db/vocabulary/projects";

export const messages = [
  "我们是做〔产品〕的，〔工序〕这块想先试一条线，想了解怎么收费、多久能上，现场需要准备什么。",
  "诊断报告建议我们先改〔工序〕，看到贵公司方案比较合适，麻烦先介绍一下做过的〔行业〕案例。",
  "〔设备〕大概 #8-40# 台，其中一半没有接口，能不能接？总价大概多少？",
  "预算有限，能不能先做一个模块，用好了再加？另外想确认数据可以导出。",
  "请问能否安排到厂看看？我们〔客户〕催得紧，希望两个月内用起来。",
];
export const acknowledgements = [
  "收到，已安排〔行业〕方向的工程师，明天和您联系。",
  "感谢咨询，我们先准备一份〔工序〕的调研清单发给您。",
  "您好，想先确认〔设备〕的品牌和数量，方便的话发一份设备清单。",
];
export const quotes = [
  "按〔工序〕一条线报价，含安装和培训，#2-4# 周上线；硬件按实际点位结算。",
  "报价含首年服务和两次现场培训，不含〔设备〕改造；验收合格后付尾款。",
  "先做试点模块，效果达到约定再扩展；价格已按园区对接会优惠。",
];
export const endings: Partial<Record<EnquiryReason, string>> = {
  price: "价格超出今年预算，明年再考虑。",
  timing: "旺季停不下来，等淡季再做。",
  not_suitable: "现场看过后觉得不太适合我们的工艺。",
  chose_other: "已和另一家签约，感谢介绍。",
  not_served: "该行业我们暂时没有成熟经验，建议另找服务商。",
  no_capacity: "近期项目已排满，三个月内无法进场。",
  need_unclear: "需求还不够明确，建议先做诊断。",
  plans_changed: "厂房搬迁，计划推迟。",
  no_answer: "迟迟没有答复，先撤回。",
};
