/** Pieces of pages drawn to text and kept by language and what they depend on. */
import { LRUCache } from "lru-cache";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#db/vocabulary/identity";
import { translator } from "~/i18n/translator.server";
import { LanguageProvider } from "~/i18n/use-translate";
import { markOf } from "./marks.server";
import { MarkContext } from "./own-part";

const KEPT_CHARACTERS = 16_000_000;

const drawn = new LRUCache<string, string>({
  maxSize: KEPT_CHARACTERS,
  sizeCalculation: (html, key) => html.length + key.length,
});

type Keep = (key: string, draw: () => ReactNode) => string;

/** Pieces of pages for one reader, and of pages for all, with marks in place of what is a reader's own. */
export const pieces: Record<"own" | "shared", Record<Locale, Keep>> = {
  own: { "zh-CN": keeper("zh-CN", "own"), en: keeper("en", "own") },
  shared: { "zh-CN": keeper("zh-CN", "shared"), en: keeper("en", "shared") },
};

function keeper(locale: Locale, kind: "own" | "shared"): Keep {
  const beginning = `${locale} ${kind} `;
  return (key, draw) => {
    const known = drawn.get(beginning + key);
    if (known !== undefined) return known;
    const piece = (
      <LanguageProvider locale={locale} t={translator(locale)}>
        <MarkContext.Provider value={kind === "shared" ? markOf : null}>{draw()}</MarkContext.Provider>
      </LanguageProvider>
    );
    const html = renderToStaticMarkup(piece);
    drawn.set(beginning + key, html);
    return html;
  };
}
