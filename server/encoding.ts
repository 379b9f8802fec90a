/** What a browser can unpack. Browsers send few different headers: each is read once. */
import { LRUCache } from "lru-cache";

export type Encoding = "br" | "gzip" | "identity";

const known = new LRUCache<string, readonly Encoding[]>({ max: 500 });
const PLAIN: readonly Encoding[] = ["identity"];

/** The smallest encoding an Accept-Encoding header allows; one with `q=0` is refused, not allowed. */
export function encodingOf(header: string | undefined): Encoding {
  return encodingsOf(header)[0] ?? "identity";
}

/** The same among those that are put together from pieces made small before. */
export function piecewiseEncodingOf(header: string | undefined): Encoding {
  return encodingsOf(header).find((encoding) => encoding !== "br") ?? "identity";
}

/** All that are allowed, the smallest first. */
function encodingsOf(header: string | undefined): readonly Encoding[] {
  if (!header) return PLAIN;
  const seen = known.get(header);
  if (seen) return seen;
  const allowed = header
    .toLowerCase()
    .split(",")
    .map((part) => part.split(";").map((word) => word.trim()))
    .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  const smallest: readonly Encoding[] = ["br", "gzip"];
  const found = [...smallest.filter((encoding) => allowed.includes(encoding)), ...PLAIN];
  if (header.length <= 200) known.set(header, found);
  return found;
}
