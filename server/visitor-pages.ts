/**
 * Public pages: from kept bytes while they hold; else the page that all readers share, drawn once for all who wait, with the
 * reader's own parts put in their places (docs/decisions/0019).
 */
import type { Context, MiddlewareHandler } from "hono";
import type { Application } from "../app/application.server";
import { compressed } from "./compress";
import type { KeptPage, KeptPages } from "./kept-pages";
import { isPage, sharedPageOf, type Seen, type SharedPage, type SharedPages } from "./shared-pages";

type Answer = (request: Request, context?: { isShared: boolean; keepSeen(seen: Seen): void }) => Promise<Response>;
export type VisitorParts = {
  application: Pick<Application, "visitorPages" | "apart" | "ownParts" | "countSeen">;
  kept: KeptPages;
  shared: SharedPages;
  answer: Answer;
};
type Versions = { version: string; sharedVersion: string };
type Asked = { view: string; sharedView: string; url: string; isOwn: boolean } & Versions;
/** A page that all readers share, or an answer of which nothing may be kept. */
type Drawn = { page: SharedPage } | { page: null; response: Response };

export function visitorPages({ application, kept, shared, answer }: VisitorParts): MiddlewareHandler {
  const { gradeOf, sharedGradeOf, addressOf, learnView, sharedViewOf, asVisitor, readVersion } =
    application.visitorPages;
  const { apart, ownParts, countSeen } = application;
  const drawing = new Map<string, Promise<Drawn>>();

  async function askedFor(request: Request): Promise<Asked | null> {
    if (request.method !== "GET" && request.method !== "HEAD") return null;
    const { pathname, search } = new URL(request.url);
    // Most addresses are never kept: that costs less to see than whose view it is.
    const sharedGrade = sharedGradeOf(pathname);
    if (sharedGrade === null) return null;
    const view = await learnView(request);
    const grade = view === null ? null : gradeOf(pathname, view);
    if (view === null || grade === null) return null;
    const sharedVersion = await readVersion(sharedGrade);
    const version = grade === sharedGrade ? sharedVersion : await readVersion(grade);
    const sharedView = sharedViewOf(view);
    return { view, sharedView, url: addressOf(pathname + search), isOwn: view !== sharedView, version, sharedVersion };
  }

  async function draw({ sharedView, url, sharedVersion }: Asked, request: Request): Promise<Drawn> {
    const visitor = asVisitor(request, url);
    let seen: Seen | null = null;
    const response = await answer(visitor, { isShared: true, keepSeen: (shown) => (seen = shown) });
    const drawn = await sharedPageOf(response, sharedVersion, apart, async (places) => {
      return (await ownParts(places, visitor)).parts;
    });
    if (!drawn) return { page: drawn, response };
    const page = { ...drawn, seen };
    shared.set(sharedView, url, page);
    return { page };
  }

  function sharedFor(asked: Asked, request: Request): Drawn | Promise<Drawn> {
    const page = shared.get(asked.sharedView, asked.url);
    return page?.version === asked.sharedVersion ? { page } : drawnFor(asked, request);
  }

  /** After a publication many ask for the same page at once: one of them draws it. */
  async function drawnFor(asked: Asked, request: Request): Promise<Drawn> {
    const key = `${asked.sharedVersion} ${asked.sharedView} ${asked.url}`;
    const running = drawing.get(key);
    if (running) {
      const drawn = await running;
      return drawn.page ? drawn : draw(asked, request);
    }
    const started = draw(asked, request);
    drawing.set(key, started);
    try {
      return await started;
    } finally {
      drawing.delete(key);
    }
  }

  return async (c, next) => {
    const request = c.req.raw;
    const asked = await askedFor(request);
    if (!asked) return next();
    const held = kept.get(asked.view, asked.url);
    if (held?.version === asked.version) return send(c, asked, held);
    // Nothing of a page made for HEAD is worth keeping.
    if (c.req.method === "HEAD") return next();
    const drawn = await sharedFor(asked, request);
    if (!drawn.page) return compressed(c.req, await once(drawn.response, request));
    const { parts, refreshedCookie, organisations } = await ownParts(drawn.page.places, request);
    const filledPage = kept.keep({ ...asked, organisations }, drawn.page, parts);
    const answered = await send(c, asked, filledPage);
    if (refreshedCookie) answered.headers.append("Set-Cookie", refreshedCookie);
    return answered;
  };

  /** What is drawn for this moment alone, such as a page that is not there, has the same places. */
  async function once(response: Response, request: Request): Promise<Response> {
    if (!isPage(response.headers)) return response;
    const { texts, places } = apart(await response.text());
    const { parts, refreshedCookie } = await ownParts(places, request);
    const headers = new Headers(response.headers);
    headers.delete("Content-Length");
    if (refreshedCookie) headers.append("Set-Cookie", refreshedCookie);
    const body = texts.map((text, at) => text + (parts[at] ?? "")).join("");
    return new Response(body, { status: response.status, headers });
  }

  async function send(c: Context, { view, url }: Asked, page: KeptPage): Promise<Response> {
    const { etag, body, headers, headersOf304 } = await kept.variant(
      view,
      url,
      page,
      kept.encodingFor(page, c.req.header("Accept-Encoding")),
    );
    // A browser that asks whether its copy still holds shows it to its reader: that is a reading too.
    if (page.seen && c.req.method === "GET") countSeen(page.seen, (name) => c.req.header(name), page.organisations);
    if (isSame(c.req.header("If-None-Match"), etag)) {
      return new Response(null, { status: 304, headers: pairs(headersOf304) });
    }
    return new Response(c.req.method === "HEAD" ? null : new Uint8Array(body), { headers: pairs(headers) });
  }
}

/** Whether a browser already has the bytes with this ETag. */
export function isSame(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch === etag || ifNoneMatch === "*") return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, flat[at + 1] ?? ""]] : []));
}
