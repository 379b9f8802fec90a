/** What a browser can unpack. Browsers send few different headers: each is read once. */
import { LRUCache } from "lru-cache";

export type Encoding = "br" | "gzip" | "identity";

const known = new LRUCache<string, Encoding>({ max: 500 });

/** The smallest encoding an Accept-Encoding header allows; one with `q=0` is refused, not allowed. */
export function encodingOf(header: string | undefined): Encoding {
  if (!header) return "identity";
  const seen = known.get(header);
  if (seen) return seen;
  const allowed = header
    .toLowerCase()
    .split(",")
    .map((part) => part.split(";").map((word) => word.trim()))
    .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  const chosen = allowed.includes("br") ? "br" : allowed.includes("gzip") ? "gzip" : "identity";
  if (header.length <= 200) known.set(header, chosen);
  return chosen;
}
