/** Renders a whole page to one buffer: with single fetch, renderToString loses the data stream and breaks hydration. */
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { KeepContext } from "./components/layout/kept";
import { markOf } from "./components/layout/marks.server";
import { MarkContext } from "./components/layout/own-part";
import { pieces } from "./components/layout/pieces.server";
import { ResponseContext } from "./components/layout/response";
import { localeOf } from "./http/locale.server";
import { translator } from "./i18n/translator.server";
import { LanguageProvider } from "./i18n/use-translate";
import { currentRequestId, log } from "./log.server";

export { application } from "./application.server";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { isShared = false }: AppLoadContext = {},
): Promise<Response> {
  const locale = await localeOf(request);
  const nonce = randomBytes(16).toString("base64");
  const page = (
    <LanguageProvider locale={locale} t={translator(locale)}>
      <ResponseContext.Provider value={{ nonce, requestId: currentRequestId() ?? "" }}>
        <KeepContext.Provider value={pieces[isShared ? "shared" : "own"][locale]}>
          <MarkContext.Provider value={isShared ? markOf : null}>
            <RemixServer context={context} url={request.url} nonce={nonce} />
          </MarkContext.Provider>
        </KeepContext.Provider>
      </ResponseContext.Provider>
    </LanguageProvider>
  );
  const rendered = await render(page, nonce, status);
  const usesNonce = rendered.html.includes(nonce);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", locale);
  headers.append("Vary", "Cookie, Accept-Language");
  headers.set("Content-Security-Policy", policyWith(usesNonce ? nonce : null));
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  return new Response(request.method === "HEAD" ? null : rendered.html, { status: rendered.status, headers });
}

type Rendered = { html: Buffer<ArrayBuffer>; status: number };

/** As bytes from React to the socket: making a string of them and bytes again cost a tenth of a large page. */
function render(page: JSX.Element, nonce: string, status: number): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const chunks: Uint8Array[] = [];
    const body = new Writable({
      // Never full: React would stop and wait for the next turn of the event loop every 16 kB.
      highWaterMark: Number.MAX_SAFE_INTEGER,
      write(chunk: Buffer, _encoding, done) {
        chunks.push(withoutNul(chunk));
        done();
      },
      final(done) {
        resolve({ html: Buffer.concat(chunks), status: finalStatus });
        done();
      },
    });
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => pipe(body),
      onShellError: reject,
      onError(error) {
        finalStatus = 500;
        log.error({ event: "render_failed", err: error });
      },
    });
  });
}

/** React 18.3 leaves NUL bytes where a character of several bytes meets the end of its 2 kB buffer. */
function withoutNul(chunk: Buffer): Buffer {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1] === 0) end--;
  return chunk.subarray(0, end);
}

/** A page without inline scripts allows none: its policy is the same for everybody, so its bytes can be kept. */
function policyWith(nonce: string | null): string {
  return [
    "default-src 'self'",
    nonce === null ? "script-src 'self'" : `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What no page caught. A reader that hung up is not an error, a method or form nobody takes is theirs; "no route" is a page of its own. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  const path = new URL(request.url).pathname;
  if (isRouteErrorResponse(error) && error.status < 500)
    log.warn({ event: "request_refused", path, status: error.status });
  else log.error({ event: "request_failed", path, err: error });
};
