import type { SameKeys } from "../messages";
import type { search as source } from "../zh-CN/search";

export const search: SameKeys<typeof source> = {};
