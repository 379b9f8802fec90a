import type { SameKeys } from "../messages";
import type { consent as source } from "../zh-CN/consent";

export const consent: SameKeys<typeof source> = {};
