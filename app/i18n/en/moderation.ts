import type { SameKeys } from "../messages";
import type { moderation as source } from "../zh-CN/moderation";

export const moderation: SameKeys<typeof source> = {};
