import type { SameKeys } from "../messages";
import type { catalogue as source } from "../zh-CN/catalogue";

export const catalogue: SameKeys<typeof source> = {};
