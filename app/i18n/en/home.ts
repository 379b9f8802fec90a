import type { SameKeys } from "../messages";
import type { home as source } from "../zh-CN/home";

export const home: SameKeys<typeof source> = {};
