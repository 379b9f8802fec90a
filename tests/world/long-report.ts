/** A report of forty findings, written by the commands an expert has; the first is the one that `write` notes. */
import { findingAreas, severities } from "#db/vocabulary/clinic";
import type { CaseActor } from "~/domain/clinic/moves.server";
import { newestReport } from "~/domain/clinic/draft-report.server";
import { addFinding, addRecommendation } from "~/domain/clinic/findings.server";
import { issueReport, saveReport, submitReport } from "~/domain/clinic/reports.server";
import { reportPage, type ReportOnPage } from "~/domain/clinic/report-page.server";
import { aCase, aClinic, aFinding, aListing, aRecommendation, must, write, type Clinic } from "./clinic";

export const FINDINGS = 40;

const STATES = [
  "计划员每天用表格手工排产，插单以后要重排两到三个小时，车间拿到的计划经常已经过时，交期答复全凭经验。",
  "设备没有联网，停机由班组长在本子上记录，月底才汇总一次，异常停机平均四十分钟以后才有人处理。",
  "来料检验记录写在纸上，同一供应商的不良没有汇总，批次问题要翻三个月的纸质单据才能查到原因。",
  "仓库账实不符，月末盘点差异率约百分之六，缺料要到开工当天才发现，换线等待一次接近两个小时。",
  "质量、生产和财务各用一套编码，同一物料有三个名称，报表由四个人花两天时间手工核对拼接。",
];

export const titleOf = (no: number) => `第${no}处：${(STATES[no % STATES.length] ?? "").slice(0, 22)}`;
export const adviceOf = (no: number) => `改进${no}：先统一数据口径，再上轻量化工具`;

export async function aLongReport(): Promise<{ clinic: Clinic; id: string; edit: number }> {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const listings = await store.write(async (tx) => [await aListing(tx), await aListing(tx)]);
  const { id, edit } = await aCase(clinic, ["accepted", "assigned", "scheduled", "on_site", "report_draft"]);
  await write(clinic, id);
  const present = async () => (await newestReport(store.db, id))?.edit ?? 0;
  const text = STATES.join("\n");
  const words = { overview: text, summary: text, analysis: text.repeat(3), targetLevel: 3, disclosure: "" };
  must(await store.write(async (tx) => saveReport(tx, expert, id, { edit: await present(), ...words })));
  for (let no = 2; no <= FINDINGS; no++) {
    const finding = { ...aFinding(await present()), ...contentOf(no) };
    const found = must(await store.write((tx) => addFinding(tx, expert, id, finding)));
    const advice = {
      ...aRecommendation(await present(), found.id, [listings[no % 2]?.solutionId ?? ""]),
      ...{ title: adviceOf(no), description: STATES[(no + 1) % STATES.length] ?? "" },
      ...{ effort: (no % 3) + 1, effect: (Math.floor(no / 3) % 3) + 1, quarter: `${2027 + (no % 2)}Q${(no % 4) + 1}` },
    };
    must(await store.write((tx) => addRecommendation(tx, expert, id, advice)));
  }
  return { clinic, id, edit };
}

function contentOf(no: number) {
  return {
    ...{
      title: titleOf(no),
      severity: severities[no % 4] ?? 1,
      area: findingAreas[no % findingAreas.length] ?? "data",
    },
    description: `${STATES[no % STATES.length]}${STATES[(no + 2) % STATES.length]}`,
    evidence: `现场查看三个班次的记录，访谈计划、仓库、质检各一人；抽查单据 ${no * 3} 份。`,
    expectedGain: `等待时间减少 ${10 + no}%`,
    ...{ gainMetric: "delivery_time" as const, gainValue: 10 + no, gainUnit: "percent" as const },
  };
}

/** Hands it in and issues it. */
export async function issued({ clinic, id, edit }: Awaited<ReturnType<typeof aLongReport>>): Promise<void> {
  const { store, expert, park } = clinic;
  const seen = must(await store.write((tx) => submitReport(tx, expert, { id, edit })));
  must(await store.write((tx) => issueReport(tx, park, { id, edit: seen.edit })));
}

export async function pageFor({ clinic, id }: { clinic: Clinic; id: string }, actor: CaseActor): Promise<ReportOnPage> {
  const page = await reportPage(clinic.store.db, actor, id);
  if (!page) throw new Error("there is no report to read");
  return page;
}
