/** Which site a form was sent from. Remix checks too, but answers 500 with a stack and trusts X-Forwarded-Host. */

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a browser sent this request from a page of another site. */
export function isForeign(request: Request, baseUrl: string): boolean {
  if (SAFE_METHODS.has(request.method)) return false;
  const origin = request.headers.get("origin");
  if (origin === null) return request.headers.get("sec-fetch-site") === "cross-site";
  const host = hostOf(origin);
  return host === null || (host !== request.headers.get("host") && host !== hostOf(baseUrl));
}

/** The same request with the host Remix compares Origin with: ours or the proxy's public one, never a header's word. */
export function withTrustedHost(request: Request, baseUrl: string): Request {
  const origin = request.headers.get("origin");
  const claimed = request.headers.get("x-forwarded-host");
  const host = request.headers.get("host");
  const isBehindProxy = origin !== null && host !== null && hostOf(origin) !== host;
  if (claimed === null && !isBehindProxy) return request;
  const headers = new Headers(request.headers);
  headers.delete("x-forwarded-host");
  const publicHost = hostOf(baseUrl);
  if (isBehindProxy && publicHost !== null) headers.set("x-forwarded-host", publicHost);
  return new Request(request, { headers });
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
