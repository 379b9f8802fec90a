import { expect, test } from "vitest";
import { localPath } from "~/http/local-path";

test.each([
  ["/solutions?q=排产", "/solutions?q=%E6%8E%92%E4%BA%A7"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
  [null, "/"],
  ["/a/../b", "/b"],
])("%s leads to %s", (given, path) => {
  expect(localPath(given)).toBe(path);
});
