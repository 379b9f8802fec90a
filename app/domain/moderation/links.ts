/** Addresses are judged by their form alone: nothing is fetched. Client-safe. */

export type LinkProblem = "malformed" | "not_https" | "not_public" | "is_ip" | "shortener" | "login_in_address";

/** Services that hide where a link leads; ours, of those met in listings and messages. */
const SHORTENERS = new Set(
  "bit.ly t.cn url.cn dwz.cn suo.im suo.nz tinyurl.com t.co goo.gl is.gd ow.ly buff.ly rebrand.ly reurl.cc dwz.mn u.nu j.mp c1n.cn mrw.so sourl.cn".split(
    " ",
  ),
);

/** Names that no public address has (RFC 6761, RFC 6762, RFC 8375). */
const NOT_PUBLIC = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|corp|test|invalid)$/;

/** What is wrong with an address by its form; empty when nothing is. */
export function linkProblems(address: string): LinkProblem[] {
  const text = /^[a-z][a-z+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(text)) return ["malformed"];
  const { protocol, hostname, username, password } = new URL(text);
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const problems: LinkProblem[] = [];
  if (protocol !== "https:") problems.push("not_https");
  if (username || password) problems.push("login_in_address");
  if (isIp(host)) problems.push("is_ip");
  else if (!host.includes(".") || NOT_PUBLIC.test(host)) problems.push("not_public");
  else if (SHORTENERS.has(host.replace(/^www\./, ""))) problems.push("shortener");
  return problems;
}

/** The URL parser has made every way of writing an IPv4 address (decimal, octal, hexadecimal) into four numbers. */
function isIp(host: string): boolean {
  return host.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(host);
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"'，。；：！？、（）()【】《》“”]+/gi;

/** Full-width letters, digits, colon, slash and dot; the other marks end an address. */
const WIDE = /[\uff0e-\uff1a\uff21-\uff3a\uff41-\uff5a]/g;

/** Addresses in a text, each once, without the punctuation that follows them. */
export function linksIn(text: string): string[] {
  const found = text.replace(WIDE, (char) => char.normalize("NFKC")).match(LINK) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:!?]+$/, "")))];
}
