import { createInstance, type i18n, type InitOptions } from "i18next";
import type { Locale } from "#db/vocabulary/identity";
import { formatNumber } from "./format";
import type { Translate } from "./messages";

const OPTIONS: InitOptions = {
  keySeparator: false,
  nsSeparator: ":",
  initImmediate: false,
};

/** How many of something: grouped, as in every table. Other numbers may be years or codes and stay as they are given. */
const COUNTS = /\{\{(count|rest)\}\}/g;
const GROUPED = "{{$1, grouped}}";

/**
 * One i18next instance per language, kept for the life of the process: making one costs 0.4 ms. A sentence without
 * parameters is what the file says: looking it up costs a hundredth of asking i18next, and a page says hundreds.
 */
export function translateWith(locale: Locale, messages: Record<string, Record<string, string>>): Translate {
  const instance = createInstance();
  const interpolation = {
    escapeValue: false,
    format: (value: unknown) => (typeof value === "number" ? formatNumber(locale, value) : String(value ?? "")),
  };
  const resources = { [locale]: withGroupedCounts(messages) };
  void instance.init({ ...OPTIONS, interpolation, lng: locale, resources, ns: Object.keys(messages) });
  rememberLanguageCodes(instance);
  const plain = new Map(
    Object.entries(messages).flatMap(([area, sentences]) =>
      Object.entries(sentences)
        .filter(([, sentence]) => !/\{\{|\$t\(/.test(sentence))
        .map(([key, sentence]) => [`${area}:${key}`, sentence] as const),
    ),
  );
  return (key, params) => (params ? undefined : plain.get(key)) ?? instance.t(key, params ?? {});
}

function withGroupedCounts(messages: Record<string, Record<string, string>>) {
  const grouped = (sentences: Record<string, string>) =>
    Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [key, sentence.replace(COUNTS, GROUPED)]));
  return Object.fromEntries(Object.entries(messages).map(([area, sentences]) => [area, grouped(sentences)]));
}

/** i18next asks Intl anew for every sentence how the language's code is written. */
function rememberLanguageCodes({ services }: i18n): void {
  const { languageUtils } = services;
  const known = new Map<string, string>();
  const ask = languageUtils.formatLanguageCode.bind(languageUtils);
  languageUtils.formatLanguageCode = (code: string) => {
    const written = known.get(code) ?? ask(code);
    known.set(code, written);
    return written;
  };
}
