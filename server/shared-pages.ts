/** Public pages without their readers: drawn once for a language and a theme, open where a reader's own parts go. */
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Application } from "../app/application.server";
import type { Pairs } from "./kept-pages";
import { pieceOf, type Piece } from "./pieces";
import { withoutNonce } from "./script-hashes";

const MOST_BYTES = 64 * 1024 * 1024;
/** Headers and bookkeeping of one entry. */
const OVERHEAD_BYTES = 2_048;
const MOST_RUNS = 12;

type Places = ReturnType<Application["apart"]>["places"];
export type Seen = Parameters<Application["countSeen"]>[0];

export type SharedPage = {
  /** What it is newer than; compared with what is asked for at every request. */
  version: string;
  /** What stands before, between and after the places. */
  texts: readonly Buffer[];
  places: Places;
  /** What stands in the places for visitors; for most readers, in most of them. */
  visitorParts: readonly string[];
  /** Stretches of the page as visitors see them, by their first and last text. */
  runs: LRUCache<string, Piece>;
  hash: string;
  headers: Pairs;
  /** What it shows of solutions; null where nothing is counted. */
  seen: Seen | null;
};

export class SharedPages {
  readonly #pages = new LRUCache<string, SharedPage>({ maxSize: MOST_BYTES, sizeCalculation: bytesOf });

  get(view: string, url: string): SharedPage | undefined {
    return this.#pages.get(`${view} ${url}`);
  }

  set(view: string, url: string, page: SharedPage): void {
    this.#pages.set(`${view} ${url}`, page);
  }
}

/** What was drawn with marks, ready to be filled and kept; null where it belongs to one moment. */
export async function sharedPageOf(
  response: Response,
  version: string,
  apart: Application["apart"],
  partsOfVisitor: (places: Places) => Promise<readonly string[]>,
): Promise<SharedPage | null> {
  if (!isKeepable(response)) return null;
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  const page = withoutNonce(await response.clone().text(), policy);
  if (!page) return null;
  const { texts, places } = apart(page.html);
  const hash = createHash("sha256")
    .update(JSON.stringify([texts, places]))
    .digest("base64url");
  return {
    version,
    texts: texts.map((text) => Buffer.from(text)),
    places,
    visitorParts: await partsOfVisitor(places),
    runs: new LRUCache({ max: MOST_RUNS }),
    hash,
    headers: headersOf(response, page.policy),
    seen: null,
  };
}

/** Parts come again: the same button, the same reader's menu. */
const MOST_PART_CHARACTERS = 8_000_000;
const partPieces = new LRUCache<string, Piece>({
  maxSize: MOST_PART_CHARACTERS,
  sizeCalculation: (_piece, html) => html.length + 1,
});

/**
 * A page with its reader's parts in their places, in as few pieces as there can be: every piece is made small alone, and short
 * ones hardly become smaller.
 */
export function filled({ texts, visitorParts, runs }: SharedPage, parts: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= parts.length; at++) {
    const part = parts[at];
    if (part !== undefined && part === visitorParts[at]) continue;
    pieces.push(runOf(from, at));
    if (part) pieces.push(partPieceOf(part));
    from = at + 1;
  }
  return pieces;

  function runOf(first: number, last: number): Piece {
    const key = `${first} ${last}`;
    const known = runs.get(key);
    if (known) return known;
    const html = texts.slice(first, last + 1).flatMap((text, at) => {
      return first + at < last ? [text, Buffer.from(visitorParts[first + at] ?? "")] : [text];
    });
    const made = { html: Buffer.concat(html) };
    runs.set(key, made);
    return made;
  }
}

function partPieceOf(html: string): Piece {
  const known = partPieces.get(html);
  if (known) return known;
  const made = pieceOf(html);
  partPieces.set(html, made);
  return made;
}

function isKeepable({ status, headers }: Response): boolean {
  return (
    status === 200 &&
    isPage(headers) &&
    !headers.has("Set-Cookie") &&
    headers.get("Cache-Control") === "private, no-cache"
  );
}

export function isPage(headers: Headers): boolean {
  return headers.get("Content-Type")?.startsWith("text/html") ?? false;
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

/** Its runs are a few times the page, as text and made small. */
function bytesOf({ texts }: SharedPage): number {
  return texts.reduce((sum, { length }) => sum + length * 4, OVERHEAD_BYTES);
}
