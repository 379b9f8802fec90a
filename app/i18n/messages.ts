import type { zhCN } from "./zh-CN";

type Messages = typeof zhCN;
export type Area = keyof Messages;

/** "area:key" of every sentence. */
export type MessageKey = { [A in Area]: `${A}:${keyof Messages[A] & string}` }[Area];

/** A translation has exactly the keys of its source; `key_one` may be added where English counts differently. */
export type SameKeys<Source> = { [K in keyof Source]: string } & {
  [K in keyof Source & string as `${K}_one`]?: string;
};

export type Params = Record<string, string | number>;

/** Says a sentence. A missing translation does not compile; a missing parameter shows as its name. */
export type Translate = (key: MessageKey, params?: Params) => string;
