/** Public pages: from kept bytes while they hold, else rendered once for all who wait. */
import type { Context, MiddlewareHandler } from "hono";
import type { Application } from "../app/application.server";
import { compressed } from "./compress";
import { encodingOf } from "./encoding";
import type { KeptPage, KeptPages } from "./kept-pages";

type Parts = {
  application: Pick<Application, "visitorPages">;
  kept: KeptPages;
  answer: (request: Request) => Promise<Response>;
};
type Asked = { view: string; url: string; version: string };
type Made = { page: KeptPage | null; response: Response };

export function visitorPages({ application, kept, answer }: Parts): MiddlewareHandler {
  const { gradeOf, learnView, readVersion } = application.visitorPages;
  const making = new Map<string, Promise<Made>>();

  async function askedFor(request: Request): Promise<Asked | null> {
    if (request.method !== "GET" && request.method !== "HEAD") return null;
    const { pathname, search } = new URL(request.url);
    // Most addresses are never kept: that costs less to see than whose view it is.
    if (gradeOf(pathname, "") === null) return null;
    const view = await learnView(request);
    const grade = view === null ? null : gradeOf(pathname, view);
    if (view === null || grade === null) return null;
    return { view, url: pathname + search, version: await readVersion(grade) };
  }

  async function make({ view, url, version }: Asked, request: Request): Promise<Made> {
    const response = await answer(request);
    return { page: await kept.keep(view, url, version, response), response };
  }

  /** After a publication many ask for the same page at once: one of them renders it. */
  async function madeFor(asked: Asked, request: Request): Promise<Made> {
    const key = `${asked.version} ${asked.view} ${asked.url}`;
    const running = making.get(key);
    if (running) {
      const { page, response } = await running;
      return page ? { page, response } : { page: null, response: await answer(request) };
    }
    const started = make(asked, request);
    making.set(key, started);
    try {
      return await started;
    } finally {
      making.delete(key);
    }
  }

  return async (c, next) => {
    const asked = await askedFor(c.req.raw);
    if (!asked) return next();
    const held = kept.get(asked.view, asked.url);
    if (held?.version === asked.version) return send(c, asked, held);
    // Nothing of a page made for HEAD is worth keeping.
    if (c.req.method === "HEAD") return next();
    const { page, response } = await madeFor(asked, c.req.raw);
    return page ? send(c, asked, page) : compressed(c.req, response);
  };

  async function send(c: Context, { view, url }: Asked, page: KeptPage): Promise<Response> {
    const { etag, body, headers, headersOf304 } = await kept.variant(
      view,
      url,
      page,
      encodingOf(c.req.header("Accept-Encoding")),
    );
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
