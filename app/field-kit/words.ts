/** The page brings its sentences along, in its own language; i18next would be a fifth of the bundle. */
import type { Locale } from "#db/vocabulary/identity";
import type { Translate } from "~/i18n/messages";

export function pageLocale(): Locale {
  return document.documentElement.lang === "en" ? "en" : "zh-CN";
}

export function wordsOfPage(): Translate {
  return translateFrom(JSON.parse(document.getElementById("field-words")?.textContent ?? "{}"), pageLocale());
}

/** Values in double braces, and the singular where English has one: all that our sentences use. */
export function translateFrom(words: Record<string, string>, locale: Locale): Translate {
  return (key, params = {}) => {
    const one = locale === "en" && params.count === 1 ? words[`${key}_one`] : undefined;
    const sentence = one ?? words[key] ?? key;
    return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}
