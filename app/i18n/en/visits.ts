import type { SameKeys } from "../messages";
import type { visits as source } from "../zh-CN/visits";

export const visits: SameKeys<typeof source> = {};
