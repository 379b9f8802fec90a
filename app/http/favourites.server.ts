/** A visitor's favourites live in a cookie of their own browser; those of an account in the account. */
import { favouriteSlugs, mergeFavourites, MOST_IN_BROWSER } from "~/domain/catalogue/favourites.server";
import { env } from "~/env.server";
import { store } from "~/store.server";
import { signedIn } from "./guards.server";

/** Pages for a reader who brings it are theirs alone: whoever keeps rendered pages must look for it. */
export const FAVOURITES_COOKIE = "favourites";

const YEAR_S = 365 * 24 * 3600;
const SEPARATOR = ".";
const SLUG = /^[\w-]{1,80}$/;

/** Slugs of what the reader keeps, newest first. */
export async function favouritesOf(request: Request): Promise<string[]> {
  const who = await signedIn(request);
  return who ? favouriteSlugs(store().db, who.userId) : favouritesInBrowser(request);
}

/** Slugs a browser brings along, newest first; whatever else stands in the cookie is left out. */
export function favouritesInBrowser(request: Request): string[] {
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const mark = `${FAVOURITES_COOKIE}=`;
  const brought = cookies.find((cookie) => cookie.startsWith(mark))?.slice(mark.length) ?? "";
  const slugs = brought.split(SEPARATOR).filter((slug) => SLUG.test(slug));
  return [...new Set(slugs)].slice(0, MOST_IN_BROWSER);
}

/**
 * The Set-Cookie value that keeps these slugs for a year; without any it forgets the cookie. Plain, not coded: fifty of the
 * longest slugs would be more than a cookie's four kilobytes otherwise.
 */
export function keepInBrowser(slugs: readonly string[]): string {
  const age = slugs.length > 0 ? YEAR_S : 0;
  const secure = env.baseUrl.startsWith("https:") ? "; Secure" : "";
  return `${FAVOURITES_COOKIE}=${slugs.join(SEPARATOR)}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/**
 * Moves what the browser kept into the account that has just begun a session. Answers the Set-Cookie values of the sign-in:
 * the session's own, and one that forgets the browser's favourites where there were any.
 */
export async function withFavourites(request: Request, userId: string, sessionCookie: string): Promise<Headers> {
  const headers = new Headers({ "Set-Cookie": sessionCookie });
  const slugs = favouritesInBrowser(request);
  if (slugs.length === 0) return headers;
  await store().write((tx) => mergeFavourites(tx, userId, slugs));
  headers.append("Set-Cookie", keepInBrowser([]));
  return headers;
}
