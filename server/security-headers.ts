import type { MiddlewareHandler } from "hono";
import type { ServerState } from "./app";

const ALWAYS: readonly (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
];
/** For answers that are not pages; a page's own policy, with its nonce, comes from entry.server. */
const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What every answer of a site with this public address carries. */
export function securityHeaderList(baseUrl: string): readonly (readonly [string, string])[] {
  if (!baseUrl.startsWith("https:")) return ALWAYS;
  return [...ALWAYS, ["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]];
}

export function securityHeaders(baseUrl: string, state: ServerState): MiddlewareHandler {
  const always = securityHeaderList(baseUrl);
  return async (c, next) => {
    await next();
    for (const [name, value] of always) c.header(name, value);
    if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", BARE_POLICY);
    // A kept-alive connection would hold up the shutdown.
    if (state.isStopping) c.header("Connection", "close");
  };
}
