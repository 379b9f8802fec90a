/**
 * Pages that need no drawing before anything else: they are sent from node:http itself, because the way through Request,
 * Response and every part of the process costs several times what sending them does (docs/benchmarks.md). A page that holds is
 * sent at once; after a commit the page that all readers share is filled anew. Whatever needs more is left to that way.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Application } from "../app/application.server";
import type { ServerState } from "./app";
import type { KeptPage, KeptPages, Variant } from "./kept-pages";
import { logRequest, requestIdOf } from "./observe";
import type { SharedPages } from "./shared-pages";
import { isSame } from "./visitor-pages";

type Parts = {
  application: Pick<Application, "visitorPages" | "ownParts" | "countSeen" | "withRequest" | "log">;
  kept: KeptPages;
  shared: SharedPages;
  state: ServerState;
  /** The long way, for what turns out to need it. */
  otherwise: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;
};
type Asked = { view: string; url: string; page: KeptPage | undefined };
type Sent = { incoming: IncomingMessage; outgoing: ServerResponse; requestId: string; started: number };

/** Answers whether it has taken the request. */
export function fastLane({ application, kept, shared, state, otherwise }: Parts) {
  const { gradeOf, sharedGradeOf, sharedViewOf, addressOf, viewOf, versionOf, readVersion } = application.visitorPages;

  function askedBy({ url: given = "", headers }: IncomingMessage): Asked | null {
    const view = viewOf(headers.cookie, headers["accept-language"]);
    if (!view) return null;
    const url = addressOf(given);
    return { view, url, page: kept.get(view, url) };
  }

  /** In the encoding for this browser, if it was made. */
  function variantNow({ view, page }: Asked, accepts: string | undefined): Variant | undefined {
    const grade = page ? gradeOf(page.path, view) : null;
    if (!page || !grade || page.version !== versionOf(grade)) return undefined;
    return page.variants.get(kept.encodingFor(page, accepts));
  }

  /** Answers whether it could: not when the page itself is no longer what it was. */
  async function sendFilled({ view, url, page }: Asked, sent: Sent): Promise<boolean> {
    const sharedView = sharedViewOf(view);
    const known = shared.get(sharedView, url);
    const path = url.split("?", 1)[0] ?? url;
    const [sharedGrade, grade] = [sharedGradeOf(path), gradeOf(path, view)];
    if (!known || !sharedGrade || !grade) return false;
    const sharedVersion = await readVersion(sharedGrade);
    const version = grade === sharedGrade ? sharedVersion : await readVersion(grade);
    const accepts = sent.incoming.headers["accept-encoding"]?.toString();
    if (page?.version === version) {
      send(await kept.variant(view, url, page, kept.encodingFor(page, accepts)), page, sent);
      return true;
    }
    if (known.version !== sharedVersion) return false;
    const { parts, refreshedCookie, organisations } = await application.ownParts(
      known.places,
      requestOf(sent.incoming),
    );
    const made = kept.keep({ view, url, version, isOwn: view !== sharedView, organisations }, known, parts);
    const variant = await kept.variant(view, url, made, kept.encodingFor(made, accepts));
    send(variant, made, sent, refreshedCookie ? ["Set-Cookie", refreshedCookie] : []);
    return true;
  }

  function send(
    variant: Variant,
    page: KeptPage,
    { incoming, outgoing, requestId, started }: Sent,
    more: string[] = [],
  ) {
    const { method = "GET", headers: asked } = incoming;
    const { path, seen, organisations } = page;
    const isKnown = isSame(incoming.headers["if-none-match"], variant.etag);
    const status = isKnown ? 304 : 200;
    const headers = isKnown ? variant.headersOf304 : variant.headers;
    outgoing.writeHead(status, [...headers, ...more, "X-Request-Id", requestId]);
    outgoing.end(isKnown || method === "HEAD" ? undefined : variant.body);
    logRequest(application.log, { requestId, method, path, status }, started);
    if (seen && method === "GET") application.countSeen(seen, (name) => asked[name]?.toString(), organisations);
  }

  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { method, headers } = incoming;
    if ((method !== "GET" && method !== "HEAD") || state.isStopping) return false;
    const started = performance.now();
    const asked = askedBy(incoming);
    if (!asked) return false;
    const variant = variantNow(asked, headers["accept-encoding"]?.toString());
    if (!variant && !shared.get(sharedViewOf(asked.view), asked.url)) return false;
    const sent = { incoming, outgoing, started, requestId: requestIdOf(headers["x-request-id"]?.toString()) };
    if (variant && asked.page) send(variant, asked.page, sent);
    else void fillOrLeave(asked, sent);
    return true;
  };

  /** What fails here fails again the long way, which says so to the reader and in the log. */
  async function fillOrLeave(asked: Asked, sent: Sent): Promise<void> {
    const isSent = await application
      .withRequest(sent.requestId, () => sendFilled(asked, sent))
      .catch((error: unknown) => {
        application.log.warn({ event: "fast_lane_failed", err: error });
        return sent.outgoing.headersSent;
      });
    if (!isSent) otherwise(sent.incoming, sent.outgoing);
  }
}

/** As much of a request as tells whose it is. */
function requestOf({ headers }: IncomingMessage): Request {
  const told = new Headers();
  if (headers.cookie) told.set("Cookie", headers.cookie);
  if (headers["accept-language"]) told.set("Accept-Language", headers["accept-language"]);
  return new Request("http://reader.invalid/", { headers: told });
}
