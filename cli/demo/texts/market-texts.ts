/** What is said in bundles of enquiries, in projects, and in ratings. */
import type { RatingPoint } from "#db/vocabulary/projects";

export const warranties = [12, 12, 12, 24, 6] as const;

export const bundleMessage =
  "我们是做〔产品〕的，〔工序〕现在靠人工登记。想先改一条线，请各家按含软件、硬件、安装培训的口径报价，并写明交付天数和质保。";

export const bundleNotes = [
  "报价含一次现场调研；〔设备〕接口按 #4-8# 台计，超出部分按台结算。",
  "分两次付款：签约付四成，验收合格后付六成。服务器由贵司自备。",
  "按园区对接会价格；首年服务费已含，第二年起每年按软件费的一成收取。",
];

export const deliveries = [
  "〔工序〕已上线，两次培训做完，操作手册和接口清单已交。",
  "软件、终端和看板都已装好，班组长会用，试运行两周没有中断。",
  "按合同清单全部装完，数据已能导出，附验收清单一份。",
];

export const ratingTexts: Readonly<Record<"good" | "mixed", readonly string[]>> = {
  good: [
    "〔工序〕的数据当天就能看到，班组长不用再抄本子，排查〔缺陷〕快多了。",
    "实施人员在车间待了一周，〔设备〕接口一次接通，比约定早两天交付。",
    "原来担心用不起来，培训做得细，现在〔产品〕的进度手机上就能查。",
    "价格和报价一致，没有加项；提的两个小改动一周内改好了。",
  ],
  mixed: [
    "功能够用，但旧〔设备〕的接口多花了时间，交付晚了几天，好在答复及时。",
    "〔物料〕那一块和我们的习惯不太一样，调整后可以用，希望报表再简单些。",
    "整体达到预期，远程答复快，现场来的次数比约定少一次。",
  ],
};

export const ratingAnswers = [
  "感谢认可，后续升级会提前通知，有问题可随时联系项目经理。",
  "谢谢反馈，您提到的问题已列入下一版，改好后第一时间为贵司更新。",
  "感谢信任。现场服务次数我们已经补上，欢迎继续监督。",
];

/** Grades by mood. */
export const moods: Readonly<Record<"good" | "mixed", Readonly<Record<RatingPoint, readonly [number, number]>>>> = {
  good: { fit: [4, 5], schedule: [4, 5], service: [4, 5], benefit: [4, 5] },
  mixed: { fit: [3, 4], schedule: [2, 4], service: [3, 5], benefit: [3, 4] },
};
