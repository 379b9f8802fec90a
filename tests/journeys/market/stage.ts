/** Who plays the market's story, and what the chapters hand on to one another. */
import type { Browser } from "../../world/browse";
import type { Look } from "../../world/database";
import type { Listed } from "../../world/quotes";

export const PROVIDER = "江西梧桐里数智有限公司";
export const TITLE = "梧桐里牌换模快排";

export type Stage = {
  look: Look;
  visitor: Browser;
  enterprise: Browser;
  park: Browser;
  /** Another park, which none of this concerns. */
  park2: Browser;
  /** The one that comes in. */
  provider: Browser;
  /** Two providers that are in already, with a live solution each. */
  rivals: (Listed & { browser: Browser })[];
  /** Where the provider sees its solution, and where everybody does. */
  solutionAt: string;
  publicAt: string;
  projectId: string;
};
