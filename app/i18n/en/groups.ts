import type { SameKeys } from "../messages";
import type { groups as source } from "../zh-CN/groups";

export const groups: SameKeys<typeof source> = {};
