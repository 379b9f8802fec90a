import type { SameKeys } from "../messages";
import type { supervision as source } from "../zh-CN/supervision";

export const supervision: SameKeys<typeof source> = {};
