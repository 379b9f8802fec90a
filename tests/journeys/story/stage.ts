/** Who plays the story, and what the chapters hand on to one another. */
import type { Browser } from "../../world/browse";

export const TITLE = "枣园牌插单重排助手";
export const ENTERPRISE = "小蓝清溪车灯配件有限公司";
export const PROVIDER = "小蓝枣园软件有限公司";

export type Stage = {
  url: string;
  provider: Browser;
  park: Browser;
  enterprise: Browser;
  expert: Browser;
  /** Where the enterprise sees its case. */
  caseAt: string;
};

/** The same case as another audience sees it. */
export function caseOf(stage: Stage, audience: string): string {
  return stage.caseAt.replace("/enterprise/", `/${audience}/`);
}

/** The case line as the enterprise reads it: where the case stands, who holds it, by when. */
export async function caseLine({ enterprise, caseAt }: Stage): Promise<string> {
  return (await enterprise.get(caseAt)).text("main .panel");
}
