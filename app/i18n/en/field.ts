import type { SameKeys } from "../messages";
import type { field as source } from "../zh-CN/field";

export const field: SameKeys<typeof source> = {};
