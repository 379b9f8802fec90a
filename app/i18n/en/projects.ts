import type { SameKeys } from "../messages";
import type { projects as source } from "../zh-CN/projects";

export const projects: SameKeys<typeof source> = {};
