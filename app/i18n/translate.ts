import { createInstance, type i18n, type InitOptions } from "i18next";
import type { Locale } from "#db/vocabulary/identity";
import type { Translate } from "./messages";

const OPTIONS: InitOptions = {
  keySeparator: false,
  nsSeparator: ":",
  interpolation: { escapeValue: false },
  initImmediate: false,
};

/**
 * One i18next instance per language, kept for the life of the process: making one costs 0.4 ms. A sentence without
 * parameters is what the file says: looking it up costs a hundredth of asking i18next, and a page says hundreds.
 */
export function translateWith(locale: Locale, messages: Record<string, Record<string, string>>): Translate {
  const instance = createInstance();
  void instance.init({ ...OPTIONS, lng: locale, resources: { [locale]: messages }, ns: Object.keys(messages) });
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
