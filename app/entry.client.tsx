import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { translateWith } from "./i18n/translate";
import { LanguageProvider } from "./i18n/use-translate";

/** Only the page's own language is loaded. */
async function messagesOfPage() {
  return document.documentElement.lang === "en"
    ? { locale: "en" as const, messages: (await import("./i18n/en")).en }
    : { locale: "zh-CN" as const, messages: (await import("./i18n/zh-CN")).zhCN };
}

const { locale, messages } = await messagesOfPage();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <LanguageProvider locale={locale} t={translateWith(locale, messages)}>
        <RemixBrowser />
      </LanguageProvider>
    </StrictMode>,
  );
});
