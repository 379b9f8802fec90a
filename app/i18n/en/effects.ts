import type { SameKeys } from "../messages";
import type { effects as source } from "../zh-CN/effects";

export const effects: SameKeys<typeof source> = {};
