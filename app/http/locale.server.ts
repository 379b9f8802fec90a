import { createCookie } from "@remix-run/node";
import { RemixI18Next } from "remix-i18next/server";
import { locales, type Locale } from "#db/vocabulary/identity";
import type { Translate } from "~/i18n/messages";
import { translator } from "~/i18n/translator.server";

const YEAR_S = 365 * 24 * 3600;

export const localeCookie = createCookie("lang", { path: "/", sameSite: "lax", maxAge: YEAR_S });
export const themeCookie = createCookie("theme", { path: "/", sameSite: "lax", maxAge: YEAR_S });

const detector = new RemixI18Next({
  detection: {
    supportedLanguages: [...locales],
    fallbackLanguage: "zh-CN",
    cookie: localeCookie,
    order: ["cookie", "header"],
  },
});

/** The reader's language: what was chosen, else what the browser asks for, else Chinese. */
export async function localeOf(request: Request): Promise<Locale> {
  return (await detector.getLocale(request)).startsWith("en") ? "en" : "zh-CN";
}

/** The translator for loaders and actions. */
export async function translateFor(request: Request): Promise<{ locale: Locale; t: Translate }> {
  const locale = await localeOf(request);
  return { locale, t: translator(locale) };
}

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export async function themeOf(request: Request): Promise<Theme> {
  const chosen: unknown = await themeCookie.parse(request.headers.get("Cookie"));
  return themes.find((theme) => theme === chosen) ?? "auto";
}
