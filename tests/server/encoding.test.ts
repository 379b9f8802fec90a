import { expect, test } from "vitest";
import { encodingOf } from "../../server/encoding";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["GZIP;q=0.8", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0.0, gzip; q=0", "identity"],
  ["gzip;q=0.001", "gzip"],
  ["deflate", "identity"],
  ["brotli, xgzip", "identity"],
])("%s: %s", (header, encoding) => {
  expect(encodingOf(header)).toBe(encoding);
});
