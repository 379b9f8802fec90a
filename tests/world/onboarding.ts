/** The way of a provider through its qualifications, as a person would click it. */
import { requiredCriteria } from "~/domain/catalogue/qualification-status";
import type { Browser, Page } from "./browse";
import { aPdf } from "./files";
import type { Fields } from "./html-form";

/** A file to be chosen in a form. */
export function chosen(bytes: Buffer, name: string): File {
  return new File([new Uint8Array(bytes)], name);
}

/** Fills in the whole profile and asks for it to be judged; `fields` are what a story says of its own. */
export async function sendProfile(provider: Browser, fields: Fields): Promise<Page> {
  const profile = await provider.get("/provider/profile");
  const office = { foundedOn: "2019-06-18", staff: "36", localOffice: "南昌小蓝软件园" };
  return profile.submit("保存并提交审核", { ...office, contactPhone: "0791-85550123", ...fields }, "form#profile");
}

/** Fills in what every provider has to show. */
export async function showRequired(provider: Browser): Promise<void> {
  for (const criterion of requiredCriteria) {
    const page = await provider.get(`/provider/qualifications/${criterion}`);
    const fields: Fields = { statement: "材料齐全，可以核对。" };
    if (criterion === "registration") fields["file"] = chosen(aPdf(), "营业执照.pdf");
    await page.submit("保存", fields, "form#qualification");
  }
}

/** Passes what is required, on the page of the park or the province about the provider. */
export async function passRequired(subject: Page): Promise<void> {
  let page = subject;
  for (const [criterion, name] of [
    ["registration", "主体登记"],
    ["experience", "实施经验"],
    ["security", "数据安全"],
  ]) {
    page = await page.submit(`确认“${name}”`, { verdict: "passed" }, `form#judge-${criterion}`);
  }
}
