/** Files of the client build and of public/, listed once at start so that a page costs no look on the disk. */
import { readdirSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

const HASHED = "/assets/";

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
    // The name of a file under /assets carries the hash of its content.
    c.header("Cache-Control", path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    c.header("Vary", "Accept-Encoding");
    return fromDisk(c, next);
  };
}
