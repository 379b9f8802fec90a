import type { SameKeys } from "../messages";
import type { reports as source } from "../zh-CN/reports";

export const reports: SameKeys<typeof source> = {};
