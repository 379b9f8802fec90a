/** What is no HTTP never becomes a request: node:http would answer it with an empty 400. */
import type { Duplex } from "node:stream";

const DETAIL =
  "The address or a header is not valid HTTP. Percent-encode what is not ASCII: q=%E6%8E%92%E4%BA%A7 for q=排产 (curl: --get --data-urlencode).";

/** For the `clientError` event: says what is wrong, in the shape of the machine interface, and hangs up. */
export function explainBadRequest(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLong = error.code === "HPE_HEADER_OVERFLOW";
  const [status, title] = tooLong ? [431, "Request Header Fields Too Large"] : [400, "Bad Request"];
  const detail = tooLong ? "The address and headers together are longer than 16 kB." : DETAIL;
  const body = JSON.stringify({ type: "about:blank", title, status, detail });
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      "Content-Type: application/problem+json; charset=utf-8",
      "Access-Control-Allow-Origin: *",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
