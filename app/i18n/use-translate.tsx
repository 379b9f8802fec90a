import { createContext, useContext, type ReactNode } from "react";
import type { Locale } from "#db/vocabulary/identity";
import type { Translate } from "./messages";

type Language = { locale: Locale; t: Translate };

const LanguageContext = createContext<Language | null>(null);

export function LanguageProvider({ locale, t, children }: Language & { children: ReactNode }) {
  return <LanguageContext.Provider value={{ locale, t }}>{children}</LanguageContext.Provider>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("no LanguageProvider above");
  return language;
}

/** Translator of the page's language. */
export function useTranslate(): Translate {
  return useLanguage().t;
}

export function useLocale(): Locale {
  return useLanguage().locale;
}

/** Picks the name in the page's language from a reference row. */
export function useNamed(): (row: { nameZh: string; nameEn: string }) => string {
  const { locale } = useLanguage();
  return (row) => (locale === "en" ? row.nameEn : row.nameZh);
}
