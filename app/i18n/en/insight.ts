import type { SameKeys } from "../messages";
import type { insight as source } from "../zh-CN/insight";

export const insight: SameKeys<typeof source> = {};
