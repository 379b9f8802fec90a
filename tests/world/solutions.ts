/** A solution's way into the catalogue and through its reviews, as its provider and the park would click it. */
import type { Browser, Page } from "./browse";
import type { Fields } from "./html-form";

type Sections = { basics: { title: string; summary: string }; functions: Fields; proof: Fields };

/** Writes a draft section by section and answers its page; who it is for, its price and its times are the same in every story. */
export async function writeSolution(provider: Browser, { basics, functions, proof }: Sections): Promise<Page> {
  const draft = await (await provider.get("/provider/solutions/new")).submit("创建草稿", basics);
  let section = await provider.get(`${draft.path}/functions`);
  const rest: Fields[] = [
    { description: "先接订单，再接设备。", ...functions },
    { scenarios: ["planning"], industries: ["C36"] },
    { deployment: ["saas"], priceModel: "subscription", priceMinFen: "12800", priceMaxFen: "36000" },
    { deployDays: "21", levelFrom: "1", levelTo: "2" },
    { dataExport: "随时导出 CSV", security: "数据存放在省内机房，每日备份" },
  ];
  for (const fields of rest) {
    section = await section.submit("保存并继续", fields, "main form");
    if (!section.has("已保存")) throw new Error(`not saved at ${section.path}: ${section.text("main")}`);
  }
  return section.submit("保存并返回", proof, "main form");
}

/** Changes fields of a solution's basics; what is live stays as it is. */
export async function saveBasics(provider: Browser, solutionAt: string, fields: Fields): Promise<Page> {
  return (await provider.get(`${solutionAt}/basics`)).submit("保存并返回", fields, "main form");
}

/** Hands the draft of a solution in. */
export async function handIn(provider: Browser, solutionAt: string): Promise<void> {
  const page = await (await provider.get(solutionAt)).submit("提交审核");
  if (!page.has("已提交，等待园区审核。")) throw new Error(`not handed in: ${page.text("main")}`);
}

/** Decides on the version or provider that a moderator's page shows. */
export function decide(review: Page, fields: Fields): Promise<Page> {
  return review.submit("确认决定", fields, "form#decide");
}

/** The fields that a comparison of two versions lists. */
export function changedFields({ $ }: Page, within = "#changes"): string[] {
  return $(`${within} dt`)
    .toArray()
    .map((element) => $(element).text());
}

/** The words marked as new or as gone, without what only screen readers hear. */
export function marked({ $ }: Page, tag: "ins" | "del", within = "#changes"): string[] {
  return $(`${within} ${tag}`)
    .toArray()
    .map((element) => $(element).clone().find(".sr-only").remove().end().text());
}
