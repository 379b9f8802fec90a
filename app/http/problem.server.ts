/** Errors of the machine interface: RFC 9457 problem details. */

/** `title` says what kind of problem it is, `detail` what to do about this one; neither holds anything secret. */
export function problem(status: number, title: string, detail?: string, headers: HeadersInit = {}): Response {
  const body = { type: "about:blank", title, status, ...(detail ? { detail } : {}) };
  const all = new Headers(headers);
  all.set("Content-Type", "application/problem+json; charset=utf-8");
  return new Response(JSON.stringify(body), { status, headers: all });
}
