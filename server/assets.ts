/** Files of the client build and of public/, listed once at start so that a page costs no look on the disk. */
import { readdirSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

const HASHED = "/assets/";
/** The field kit: its names stay, so it is asked for anew every time; its service worker keeps what it needs. */
const KIT = "/expert/field/";
/** A service worker is bound by the policy it was sent with. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'";

export function assets(root: string): MiddlewareHandler {
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(root.length)}/${entry.name}`.replaceAll("\\", "/")),
  );
  const fromDisk = serveStatic({ root, precompressed: true });
  return async (c, next) => {
    const { path } = c.req;
    if (!files.has(path)) {
      // A tab opened before the last update asks for files that are gone: a short answer, not a rendered page.
      return path.startsWith(HASHED) ? c.text("Not found", 404, { "Cache-Control": "no-store" }) : next();
    }
    c.header("Cache-Control", cacheControlOf(path));
    if (path.startsWith(KIT)) c.header("Content-Security-Policy", WORKER_POLICY);
    c.header("Vary", "Accept-Encoding");
    return fromDisk(c, next);
  };
}

/** The name of a file under /assets carries the hash of its content. */
function cacheControlOf(path: string): string {
  if (path.startsWith(HASHED)) return "public, max-age=31536000, immutable";
  return path.startsWith(KIT) ? "no-cache" : "public, max-age=3600";
}
