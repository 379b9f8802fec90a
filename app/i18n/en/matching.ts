import type { SameKeys } from "../messages";
import type { matching as source } from "../zh-CN/matching";

export const matching: SameKeys<typeof source> = {};
