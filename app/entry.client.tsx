import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect, useLayoutEffect, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { typedBefore } from "./components/layout/typed-before";
import { translateWith } from "./i18n/translate";
import { LanguageProvider } from "./i18n/use-translate";

const typed = typedBefore(window);

/** Only the page's own language is loaded. */
async function messagesOfPage() {
  return document.documentElement.lang === "en"
    ? { locale: "en" as const, messages: (await import("./i18n/en")).en }
    : { locale: "zh-CN" as const, messages: (await import("./i18n/zh-CN")).zhCN };
}

/** The parts of the page find what was typed when they wake up; when all listen, they are told of it. */
function TypedBefore({ children }: { children: ReactNode }) {
  useLayoutEffect(() => typed.putBack(), []);
  useEffect(() => typed.tell(), []);
  return children;
}

const { locale, messages } = await messagesOfPage();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TypedBefore>
        <LanguageProvider locale={locale} t={translateWith(locale, messages)}>
          <RemixBrowser />
        </LanguageProvider>
      </TypedBefore>
    </StrictMode>,
  );
});
