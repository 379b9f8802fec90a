/**
 * What the field kit keeps on a device is known to the server by one cookie that the kit writes: whose it is and how much of
 * it has not been sent. Its only use is to warn before it is erased.
 */
import type { Locale } from "#db/vocabulary/identity";
import { en } from "~/i18n/en";
import { zhCN } from "~/i18n/zh-CN";

const NAME = "field";

export type KeptOnDevice = { userId: string; unsent: number };

/** Null when the kit was never used in this browser. */
export function keptOnDevice(request: Request): KeptOnDevice | null {
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  const read = /^(usr_\w+)\.(\d{1,6})$/.exec(value ?? "");
  return read?.[1] && read[2] ? { userId: read[1], unsent: Number(read[2]) } : null;
}

/** Tells the kit that nobody has opened it since this sign-in: without a network it then shows nobody's work. */
export const closedDevice = `${NAME}=; Path=/; Max-Age=0; SameSite=Lax`;

/** Erases databases, kept pages and the service worker of this site in this browser. */
export const eraseDevice = { "Clear-Site-Data": '"storage"', "Set-Cookie": closedDevice } as const;

/** The sentences the kit says without a network, in the page's language. */
export function fieldWords(locale: Locale): Record<string, string> {
  const { field, assessment, form, clinic, common } = locale === "en" ? en : zhCN;
  return Object.fromEntries(
    Object.entries({ field, assessment, form, clinic, common }).flatMap(([area, sentences]) =>
      Object.entries(sentences)
        .filter(([key]) => area === "field" || NEEDED.test(`${area}:${key}`))
        .map(([key, sentence]) => [`${area}:${key}`, sentence]),
    ),
  );
}

const NEEDED =
  /^(form:|common:(choose|provisional)$|clinic:(severity\.|finding\.|request\.(core|foundation)$)|assessment:(unit|range|computed|error|question)\.)/;
