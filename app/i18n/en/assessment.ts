import type { SameKeys } from "../messages";
import type { assessment as source } from "../zh-CN/assessment";

export const assessment: SameKeys<typeof source> = {};
