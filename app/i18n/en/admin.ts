import type { SameKeys } from "../messages";
import type { admin as source } from "../zh-CN/admin";

export const admin: SameKeys<typeof source> = {};
