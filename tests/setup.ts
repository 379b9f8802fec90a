/** Before each test file: settings of its own, and noise on the console is a failure. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, vi } from "vitest";

// Vitest sets its own BASE_URL, "/", which is no address.
delete process.env.BASE_URL;
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "data-"));
process.env.DEMO = "none";
process.env.LOG_LEVEL = "silent";
process.env.NODE_ENV = "test";

beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});
