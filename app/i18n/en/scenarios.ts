import type { SameKeys } from "../messages";
import type { scenarios as source } from "../zh-CN/scenarios";

export const scenarios: SameKeys<typeof source> = {};
