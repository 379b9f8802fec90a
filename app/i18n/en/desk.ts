import type { SameKeys } from "../messages";
import type { desk as source } from "../zh-CN/desk";

export const desk: SameKeys<typeof source> = {};
