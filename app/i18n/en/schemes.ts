import type { SameKeys } from "../messages";
import type { schemes as source } from "../zh-CN/schemes";

export const schemes: SameKeys<typeof source> = {};
