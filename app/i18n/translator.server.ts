import type { Locale } from "#db/vocabulary/identity";
import { en } from "./en";
import type { Translate } from "./messages";
import { translateWith } from "./translate";
import { zhCN } from "./zh-CN";

const translators: Record<Locale, Translate> = {
  "zh-CN": translateWith("zh-CN", zhCN),
  en: translateWith("en", en),
};

/** The translator of a language, for loaders, mail and meta. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
