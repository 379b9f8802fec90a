/** Public pages as bytes: each with its strong ETags, ready to be sent, bounded by memory. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { encodingOf, piecewiseEncodingOf, type Encoding } from "./encoding";
import { gzipOf, wholeOf, type Piece } from "./pieces";
import { filled, type Seen, type SharedPage } from "./shared-pages";

const MOST_BYTES = 64 * 1024 * 1024;
/** Headers and bookkeeping of one entry. */
const OVERHEAD_BYTES = 2_048;

const compress: Record<Encoding, (pieces: readonly Piece[]) => Promise<Buffer>> = {
  identity: async (pieces) => wholeOf(pieces),
  gzip: (pieces) => promisify(gzip)(wholeOf(pieces), { level: 6 }),
  // Quality 5 takes as long as gzip 6 and makes a page a tenth smaller.
  br: (pieces) => promisify(brotliCompress)(wholeOf(pieces), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

export type Pairs = readonly (readonly [string, string])[];

/** One encoding of a page. The headers are name, value, name, value …, as node:http writes them without looking twice. */
export type Variant = { etag: string; body: Buffer; headers: readonly string[]; headersOf304: readonly string[] };

export type KeptPage = {
  /** What it is newer than; compared with what is asked for at every request. */
  version: string;
  path: string;
  pieces: readonly Piece[];
  hash: string;
  headers: Pairs;
  /** Of one reader, until the next commit: never worth making as small as it can be. */
  isOwn: boolean;
  variants: Map<Encoding, Variant>;
  /** What it shows of solutions, and the organisations of the one reader it is kept for. */
  seen: Seen | null;
  organisations: readonly string[];
};

export type KeptAs = { view: string; url: string; version: string; isOwn: boolean; organisations: readonly string[] };

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

  /** Keeps a shared page with its reader's parts. */
  keep({ view, url, version, isOwn, organisations }: KeptAs, shared: SharedPage, parts: readonly string[]): KeptPage {
    const kept: KeptPage = {
      version,
      path: url.split("?", 1)[0] ?? url,
      pieces: filled(shared, parts),
      // Not of the page itself: hashing a hundred kilobytes for every reader costs more than putting them together.
      hash: createHash("sha256")
        .update(JSON.stringify([shared.hash, parts]))
        .digest("base64url")
        .slice(0, 27),
      headers: shared.headers,
      isOwn,
      variants: new Map(),
      seen: shared.seen,
      organisations,
    };
    this.#pages.set(keyOf(view, url), kept);
    return kept;
  }

  /** In what a page is sent to a browser with this Accept-Encoding header. */
  encodingFor({ isOwn }: KeptPage, header: string | undefined): Encoding {
    return isOwn ? piecewiseEncodingOf(header) : encodingOf(header);
  }

  /** The page in an encoding, made when first asked for. */
  async variant(view: string, url: string, page: KeptPage, encoding: Encoding): Promise<Variant> {
    const known = page.variants.get(encoding);
    if (known) return known;
    const isPiecewise = page.isOwn && encoding === "gzip";
    const body = isPiecewise ? gzipOf(page.pieces) : await compress[encoding](page.pieces);
    const made = this.#variantOf(page, encoding, body);
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

/** Its pieces are the shared page's, and counted there. */
function bytesOf({ variants }: KeptPage): number {
  return [...variants.values()].reduce((sum, { body }) => sum + body.length, OVERHEAD_BYTES);
}
