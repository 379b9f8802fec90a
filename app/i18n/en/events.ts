import type { SameKeys } from "../messages";
import type { events as source } from "../zh-CN/events";

export const events: SameKeys<typeof source> = {};
