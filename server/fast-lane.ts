/**
 * Kept pages before anything else: a page that holds is sent from node:http itself, because the way through Request,
 * Response and every part of the process costs several times what sending it does (docs/benchmarks.md). Whatever is not
 * certain at once is left to that way.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Application } from "../app/application.server";
import type { ServerState } from "./app";
import { encodingOf } from "./encoding";
import type { KeptPage, KeptPages } from "./kept-pages";
import { logRequest, requestIdOf } from "./observe";
import { isSame } from "./visitor-pages";

type Parts = { application: Pick<Application, "visitorPages" | "log">; kept: KeptPages; state: ServerState };

/** Answers whether it has answered. */
export function fastLane({ application, kept, state }: Parts) {
  const { gradeOf, viewOf, versionOf } = application.visitorPages;

  function pageFor({ url = "", headers }: IncomingMessage): KeptPage | null {
    const view = viewOf(headers.cookie, headers["accept-language"]);
    const page = view ? kept.get(view, url) : undefined;
    const grade = view && page ? gradeOf(page.path, view) : null;
    return page && grade && page.version === versionOf(grade) ? page : null;
  }

  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { method } = incoming;
    if ((method !== "GET" && method !== "HEAD") || state.isStopping) return false;
    const started = performance.now();
    const page = pageFor(incoming);
    const variant = page?.variants.get(encodingOf(incoming.headers["accept-encoding"]?.toString()));
    if (!page || !variant) return false;
    const requestId = requestIdOf(incoming.headers["x-request-id"]?.toString());
    const isKnown = isSame(incoming.headers["if-none-match"], variant.etag);
    const headers = isKnown ? variant.headersOf304 : variant.headers;
    outgoing.writeHead(isKnown ? 304 : 200, [...headers, "X-Request-Id", requestId]);
    outgoing.end(isKnown || method === "HEAD" ? undefined : variant.body);
    logRequest(application.log, { requestId, method, path: page.path, status: isKnown ? 304 : 200 }, started);
    return true;
  };
}
