/** gzip at level 1 for text made on request: with level 6 a page cost 1.98 ms of CPU instead of 1.74 (docs/benchmarks.md). */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context, HonoRequest, Next } from "hono";
import { piecewiseEncodingOf } from "./encoding";

const gzipWhole = promisify(gzip);
const TEXT =
  /^(text\/(?!event-stream)|application\/(json|problem\+json|javascript|manifest\+json|xml)|image\/svg\+xml)/;
/** Pages are rendered whole (entry.server); anything else without a length may be a long stream. */
const WHOLE = /^text\/html/;
const MIN_BYTES = 1024;
const LEVEL = 1;

export async function compress(c: Context, next: Next): Promise<void> {
  await next();
  const { res } = c;
  const smaller = await compressed(c.req, res);
  if (smaller === res) return;
  // Hono would add the headers of the response it replaces; ours are complete already.
  c.res = undefined;
  c.res = smaller;
}

/** The same answer as small as the reader allows; the response itself where there is nothing to compress. */
export async function compressed(req: HonoRequest, res: Response): Promise<Response> {
  const type = res.headers.get("Content-Type") ?? "";
  if (!res.body || req.method === "HEAD" || res.headers.has("Content-Encoding") || !TEXT.test(type)) return res;
  const headers = new Headers(res.headers);
  headers.append("Vary", "Accept-Encoding");
  const length = headers.get("Content-Length");
  const isLong = length === null || Number(length) >= MIN_BYTES;
  let body: BodyInit = res.body;
  if (isLong && piecewiseEncodingOf(req.header("Accept-Encoding")) === "gzip") {
    headers.set("Content-Encoding", "gzip");
    // A strong tag promises the same bytes.
    const etag = headers.get("ETag");
    if (etag?.startsWith('"')) headers.set("ETag", `W/${etag}`);
    headers.delete("Content-Length");
    const isWhole = length !== null || WHOLE.test(type);
    body = isWhole ? await gzipped(await res.arrayBuffer()) : res.body.pipeThrough(new CompressionStream("gzip"));
  }
  return new Response(body, { status: res.status, headers });
}

async function gzipped(body: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await gzipWhole(body, { level: LEVEL }));
}
