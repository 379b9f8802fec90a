/** What is no HTTP never becomes a request: node:http would answer it with an empty 400. */
import type { Duplex } from "node:stream";

type Problem = { status: number; title: string; detail: string; zh: string; en: string };

const INVALID: Problem = {
  ...{ status: 400, title: "Bad Request" },
  detail:
    "The address or a header is not valid HTTP. Percent-encode what is not ASCII: q=%E6%8E%92%E4%BA%A7 for q=排产 (curl: --get --data-urlencode).",
  zh: "这个地址写得不规范，无法打开。请从首页重新开始。",
  en: "This address is not valid and cannot be opened. Please begin again from the home page.",
};
const TOO_LONG: Problem = {
  ...{ status: 431, title: "Request Header Fields Too Large" },
  detail: "The address and headers together are longer than 16 kB.",
  zh: "这个地址太长（连同浏览器附带的内容超过 16 kB），无法打开。请缩短搜索文字，或减少筛选条件。",
  en: "This address is too long to be opened: with what the browser sends along it is over 16 kB. Please shorten the search or choose fewer filters.",
};

/** For the `clientError` event: says what is wrong, to programs in the shape of the machine interface, and hangs up. */
export function explainBadRequest(error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = error.code === "HPE_HEADER_OVERFLOW" ? TOO_LONG : INVALID;
  const asked = error.rawPacket?.toString("latin1") ?? "";
  const [type, body] = isPage(asked)
    ? ["text/html", pageOf(problem, asked)]
    : ["application/problem+json", jsonOf(problem)];
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problem.title}`,
      `Content-Type: ${type}; charset=utf-8`,
      "Access-Control-Allow-Origin: *",
      "Cache-Control: no-store",
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options: nosniff",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}

/** By what came in the last packet: of a request in several the header Accept may be in one that never comes. */
function isPage(asked: string): boolean {
  return /^accept:[^\r\n]*\btext\/html\b/im.test(asked) && !/^[A-Z]+ \/api\//i.test(asked);
}

/** The cookie of a chosen language is JSON in base64: "en" begins with ImVu. */
function isEnglish(asked: string): boolean {
  const chosen = /^cookie:[^\r\n]*\blang=(\w+)/im.exec(asked)?.[1];
  return chosen ? chosen.startsWith("ImVu") : /^accept-language: *en/im.test(asked);
}

/** Nothing of the request is in it. */
function pageOf({ title, status, zh, en }: Problem, asked: string): string {
  const [language, text, home] = isEnglish(asked) ? ["en", en, "Home page"] : ["zh-CN", zh, "返回首页"];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} ${title}</title>`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body><h1>${status}</h1><p>${text}</p><p><a href="/">${home}</a></p></body></html>`;
}

function jsonOf({ title, status, detail }: Problem): string {
  return JSON.stringify({ type: "about:blank", title, status, detail });
}
