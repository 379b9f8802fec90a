/** What people complain about, what providers say to it, and how it is answered. Made up. */
import type { ComplaintGround } from "#db/vocabulary/moderation";

export const complaintTexts: readonly { ground: ComplaintGround; text: string; heard: string; answer: string }[] = [
  {
    ground: "price_differs",
    text: "页面写首年费用，上门报价时又加了接口费和培训费，合计多出近一半，事先没有说明。",
    heard: "接口费按设备台数另计，已在合同草案中列明；页面上的费用不含设备联网，我们会补充说明。",
    answer: "经核对报价单和页面，首年费用确未写明接口费，投诉成立。已要求服务商在页面列明全部费用。",
  },
  {
    ground: "no_answer",
    text: "提交咨询二十多天没有答复，电话也没有人接，耽误了我们申报的时间。",
    heard: "负责本地区的同事离职，交接中遗漏，已安排专人联系企业。",
    answer: "经查，咨询超过承诺时间未答复，投诉成立。服务商已补充联系人，我们会继续跟踪。",
  },
  {
    ground: "not_truthful",
    text: "页面说支持我们这种老式冲床联网，实地看过之后说要换控制器才行，与介绍不符。",
    heard: "老式冲床需加装采集模块，页面“必要硬件”一栏已写明。",
    answer: "页面“必要硬件”一栏写明了采集模块，且列有费用，投诉未予支持。建议双方先做现场勘查。",
  },
  {
    ground: "not_delivered",
    text: "合同约定一个月上线，到现在两个半月，报表模块还不能用。",
    heard: "现场网络改造延后，上线时间随之顺延，现已进入试运行。",
    answer: "顺延没有经企业书面同意，投诉成立。服务商已承诺两周内交付报表模块，我们会跟踪到验收。",
  },
];

/** Sentences in a submission that make the desk look twice. */
export const loudSentence =
  "本产品获国家级认定，效果最好，申报补贴100%补贴、验收保过，资料见 http://bit.ly/demo-mes 。";

export const returnTexts = ["成效数字没有依据，请附项目或改为区间。", "上次提出的成效依据仍未补充，请补齐后再提交。"];
