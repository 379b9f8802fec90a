import type { SameKeys } from "../messages";
import type { clinic as source } from "../zh-CN/clinic";

export const clinic: SameKeys<typeof source> = {};
