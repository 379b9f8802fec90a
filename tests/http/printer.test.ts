/** Papers are drawn beside the process's own work. */
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Paper } from "~/http/papers/paper";
import { printed } from "~/http/papers/printer.server";

const paper: Paper = {
  language: "zh-CN",
  ...{ title: "诊断报告", subject: "甲厂", author: "乙", head: "诊断报告 · 甲厂", mark: "草稿", missingLetters: "" },
  pages: ["第 ", " 页，共 ", " 页"],
  cover: { facts: [], notes: [], foot: "" },
  blocks: Array.from({ length: 400 }, (_, at) => ({
    kind: "text" as const,
    text: `第 ${at} 段。排产靠经验，插单多。`.repeat(5),
  })),
};

test("both formats come whole, and others are served while one is drawn", { timeout: 60_000 }, async () => {
  let turns = 0;
  let isDrawn = false;
  const drawing = printed({ format: "pdf", paper, images: new Map() }).finally(() => (isDrawn = true));
  for (; !isDrawn; turns++) await setImmediate();
  // Drawn in this thread, it would be some dozens: laying out is one of them.
  expect(turns).toBeGreaterThan(1_000);
  expect(Buffer.from(await drawing).toString("latin1")).toMatch(/^%PDF-1\.7[^]*%%EOF\s*$/);
  const docx = Buffer.from(await printed({ format: "docx", paper, images: new Map() }));
  expect(docx.toString("latin1", 0, 2)).toBe("PK");
});

test("one that cannot be drawn fails alone", { timeout: 60_000 }, async () => {
  const broken = printed({ format: "pdf", paper: { ...paper, blocks: null as never }, images: new Map() });
  const next = printed({ format: "pdf", paper: { ...paper, blocks: [] }, images: new Map() });
  await expect(broken).rejects.toThrow("null");
  expect(Buffer.from(await next).toString("latin1", 0, 5)).toBe("%PDF-");
});
