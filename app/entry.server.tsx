/** Renders a whole page to one buffer: with single fetch, renderToString loses the data stream and breaks hydration. */
import type { EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
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
): Promise<Response> {
  const locale = await localeOf(request);
  const nonce = randomBytes(16).toString("base64");
  const page = (
    <LanguageProvider locale={locale} t={translator(locale)}>
      <ResponseContext.Provider value={{ nonce, requestId: currentRequestId() ?? "" }}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </ResponseContext.Provider>
    </LanguageProvider>
  );
  const rendered = await render(page, nonce, status);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", locale);
  headers.append("Vary", "Cookie, Accept-Language");
  headers.set("Content-Security-Policy", policyWith(nonce));
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  return new Response(request.method === "HEAD" ? null : rendered.html, { status: rendered.status, headers });
}

function render(page: JSX.Element, nonce: string, status: number): Promise<{ html: string; status: number }> {
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = new PassThrough();
        // React 18.3 leaves NUL bytes where a character of several bytes meets the end of its 2 kB buffer.
        text(body).then((html) => resolve({ html: html.replaceAll("\0", ""), status: finalStatus }), reject);
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        finalStatus = 500;
        log.error({ event: "render_failed", err: error });
      },
    });
  });
}

function policyWith(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What no page caught. A reader that hung up is not an error; "no route" is a page of its own. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  log.error({ event: "request_failed", path: new URL(request.url).pathname, err: error });
};
