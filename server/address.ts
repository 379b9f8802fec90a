/** What is no HTTP, or too long, never becomes a request: node:http would answer it with an empty 400 or 431. */
import type { IncomingMessage, ServerResponse } from "node:http";
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

const MOST_BYTES = 16 * 1024;
/**
 * So much is read all the same, to know who asks: a long address comes in several packets, and which page and what the browser
 * accepts stand at its two ends.
 */
export const MOST_READ_BYTES = 64 * 1024;

/** Whether the address and the headers are longer than is served. */
export function isTooLong({ url = "", rawHeaders }: Pick<IncomingMessage, "url" | "rawHeaders">): boolean {
  let length = url.length;
  for (const part of rawHeaders) length += part.length;
  return length > MOST_BYTES;
}

export function refuseTooLong({ method, url, rawHeaders }: IncomingMessage, outgoing: ServerResponse): void {
  const lines = rawHeaders.map((part, at) => (at % 2 === 0 ? `\r\n${part}: ` : part)).join("");
  const { headers, body } = answerTo(TOO_LONG, `${method} ${url} HTTP/1.1${lines}\r\n\r\n`);
  outgoing.writeHead(TOO_LONG.status, headers);
  outgoing.end(method === "HEAD" ? undefined : body);
}

/** For the `clientError` event: says what is wrong, to programs in the shape of the machine interface, and hangs up. */
export function explainBadRequest(error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = error.code === "HPE_HEADER_OVERFLOW" ? TOO_LONG : INVALID;
  const asked = error.rawPacket?.toString("latin1") ?? "";
  const { headers, body } = answerTo(problem, asked);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${problem.status} ${problem.title}`, ...lines, "", body].join("\r\n"));
}

function answerTo(problem: Problem, asked: string): { headers: Record<string, string>; body: string } {
  const [type, body] = isPage(asked)
    ? ["text/html", pageOf(problem, asked)]
    : ["application/problem+json", jsonOf(problem)];
  const headers = {
    "Content-Type": `${type}; charset=utf-8`,
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  };
  return { headers, body };
}

/**
 * By what came in the last packet: where that is the middle of an address, without any header, most who ask are people.
 */
function isPage(asked: string): boolean {
  if (/^[A-Z]+ \/api\//i.test(asked)) return false;
  const accepts = /^accept:([^\r\n]*)/im.exec(asked)?.[1];
  return accepts === undefined ? !/[\r\n]/.test(asked) && asked.length > 0 : /\btext\/html\b/.test(accepts);
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
