/** Public pages as bytes, for visitors: each with its strong ETags, ready to be sent, bounded by memory. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Encoding } from "./encoding";
import { withoutNonce } from "./script-hashes";

const MOST_BYTES = 64 * 1024 * 1024;
/** Headers and bookkeeping of one entry. */
const OVERHEAD_BYTES = 2_048;

const compress: Record<Encoding, (html: Buffer) => Promise<Buffer>> = {
  identity: async (html) => html,
  gzip: (html) => promisify(gzip)(html, { level: 6 }),
  // Quality 5 takes as long as gzip 6 and makes a page a tenth smaller.
  br: (html) => promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

type Pairs = readonly (readonly [string, string])[];

/** One encoding of a page. The headers are name, value, name, value …, as node:http writes them without looking twice. */
export type Variant = { etag: string; body: Buffer; headers: readonly string[]; headersOf304: readonly string[] };

export type KeptPage = {
  /** What it is newer than; compared with what is asked for at every request. */
  version: string;
  path: string;
  html: Buffer;
  hash: string;
  headers: Pairs;
  variants: Map<Encoding, Variant>;
};

export class KeptPages {
  readonly #pages = new LRUCache<string, KeptPage>({ maxSize: MOST_BYTES, sizeCalculation: bytesOf });
  /** Sent with every page in addition to its own headers. */
  readonly #always: Pairs;

  constructor(always: Pairs) {
    this.#always = always;
  }

  get(view: string, url: string): KeptPage | undefined {
    return this.#pages.get(keyOf(view, url));
  }

  /** Keeps what was answered, or gives null with the response untouched where it belongs to one reader or one moment. */
  async keep(view: string, url: string, version: string, response: Response): Promise<KeptPage | null> {
    if (!isKeepable(response)) return null;
    const page = withoutNonce(await response.clone().text(), response.headers.get("Content-Security-Policy") ?? "");
    if (!page) return null;
    const html = Buffer.from(page.html);
    const kept: KeptPage = {
      version,
      path: url.split("?", 1)[0] ?? url,
      html,
      hash: createHash("sha256").update(html).digest("base64url").slice(0, 27),
      headers: headersOf(response, page.policy),
      variants: new Map(),
    };
    this.#pages.set(keyOf(view, url), kept);
    return kept;
  }

  /** The page in an encoding, made when first asked for. */
  async variant(view: string, url: string, page: KeptPage, encoding: Encoding): Promise<Variant> {
    const known = page.variants.get(encoding);
    if (known) return known;
    const made = this.#variantOf(page, encoding, await compress[encoding](page.html));
    page.variants.set(encoding, made);
    // Kept anew so that its size is counted anew.
    if (this.#pages.peek(keyOf(view, url)) === page) this.#pages.set(keyOf(view, url), page);
    return made;
  }

  #variantOf(page: KeptPage, encoding: Encoding, body: Buffer): Variant {
    // A strong ETag names bytes: every encoding has its own.
    const etag = encoding === "identity" ? `"${page.hash}"` : `"${page.hash}-${encoding}"`;
    const common: Pairs = [...this.#always, ...page.headers, ["ETag", etag]];
    const content: Pairs = [
      ["Content-Type", "text/html; charset=utf-8"],
      ...(encoding === "identity" ? [] : ([["Content-Encoding", encoding]] as const)),
      ["Content-Length", String(body.length)],
    ];
    return { etag, body, headers: [...common, ...content].flat(), headersOf304: common.flat() };
  }
}

function keyOf(view: string, url: string): string {
  return `${view} ${url}`;
}

function isKeepable({ status, headers }: Response): boolean {
  const isPage = headers.get("Content-Type")?.startsWith("text/html") ?? false;
  return status === 200 && isPage && !headers.has("Set-Cookie") && headers.get("Cache-Control") === "private, no-cache";
}

/** `private, no-cache`: browsers keep a page and ask each time whether it still holds. */
function headersOf(response: Response, policy: string): Pairs {
  const own = [...response.headers].filter(([name]) => !/^(content-|vary$|etag$|connection$)/.test(name));
  return [
    ...own,
    ["Content-Language", response.headers.get("Content-Language") ?? "zh-CN"],
    ["Content-Security-Policy", policy],
    ["Vary", "Cookie, Accept-Language, Accept-Encoding"],
  ];
}

function bytesOf({ html, variants }: KeptPage): number {
  const encoded = [...variants.values()].filter(({ body }) => body !== html);
  return encoded.reduce((sum, { body }) => sum + body.length, html.length + OVERHEAD_BYTES);
}
