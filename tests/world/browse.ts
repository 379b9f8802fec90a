/** A browser without JavaScript: cookies, links, forms and redirects, as a story needs them. */
import type { CheerioAPI } from "cheerio";
// Not the whole package: it brings a fetch dispatcher of its own that breaks the platform's.
import { load } from "cheerio/slim";
import { formOf, squeeze, type Fields } from "./html-form";

export type Page = {
  status: number;
  /** Path and query where the redirects ended. */
  path: string;
  html: string;
  $: CheerioAPI;
  heading: string;
  /** Whether the visible text of the page contains these words. */
  has(words: string): boolean;
  /** The visible text of the first element that a CSS selector finds, or of the whole page. */
  text(selector?: string): string;
  /** Goes where the only link with this text leads. */
  follow(linkText: string): Promise<Page>;
  /**
   * Presses the button with this text, with the fields typed in first. `within` narrows the search to a part of the page
   * when several forms have the same button.
   */
  submit(button: string, fields?: Fields, within?: string): Promise<Page>;
};

export type Browser = {
  get(path: string): Promise<Page>;
  /** Sends exactly this, with this browser's cookies; for what no form of a page offers. */
  send(path: string, init?: RequestInit): Promise<Response>;
  cookies: Map<string, string>;
};

const MOST_REDIRECTS = 10;

export function openBrowser(base: string, language = "zh-CN"): Browser {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    // A connection of its own: one kept open may be closed by the server just as the next form is sent on it.
    const headers = new Headers({ "Accept-Language": language, Accept: "text/html", Connection: "close" });
    if (cookies.size > 0) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    if (init.method === "POST") headers.set("Origin", base);
    new Headers(init.headers).forEach((value, name) => headers.set(name, value));
    const response = await fetch(new URL(path, base), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    return response;
  }

  async function visit(path: string, init?: RequestInit): Promise<Page> {
    let at = new URL(path, base);
    let response = await send(at.href, init);
    for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
      if (hops === MOST_REDIRECTS) throw new Error(`too many redirects at ${at.pathname}`);
      at = new URL(response.headers.get("Location") ?? "", at);
      if (at.origin !== new URL(base).origin) throw new Error(`redirected away to ${at.href}`);
      await response.arrayBuffer();
      response = await send(at.href);
    }
    return pageOf(at, response.status, await response.text(), visit);
  }

  return { get: (path) => visit(path), send, cookies };
}

/** Signs in through the sign-in page. */
export async function signIn(browser: Browser, name: string, password: string): Promise<Page> {
  return (await browser.get("/login")).submit("登录", { name, password }, "form#login");
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || pair.endsWith("=");
  if (isGone) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

function pageOf(
  url: URL,
  status: number,
  html: string,
  visit: (path: string, init?: RequestInit) => Promise<Page>,
): Page {
  const $ = load(html);
  const visible = load(html);
  visible("script, style, template, head").remove();
  const text = (selector = "body") => squeeze(visible(selector).first().text());
  return {
    status,
    path: url.pathname + url.search,
    html,
    $,
    heading: text("h1"),
    text,
    has: (words) => text().includes(squeeze(words)),
    follow(linkText) {
      const targets = $("a[href]").filter((_, link) => squeeze($(link).text()) === linkText);
      const hrefs = new Set(targets.map((_, link) => $(link).attr("href")).get());
      const [href] = hrefs;
      if (href === undefined || hrefs.size > 1) {
        throw new Error(`${hrefs.size} links say "${linkText}" on ${url.pathname}`);
      }
      return visit(new URL(href, url).href);
    },
    submit(button, fields = {}, within = "body") {
      const { action, method, body } = formOf($, { button, fields, within, page: url });
      return method === "POST" ? visit(action.href, { method, body }) : visit(action.href);
    },
  };
}
