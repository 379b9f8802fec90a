import { expect, test } from "vitest";
import { dispositionOf, fileNameOf } from "~/domain/files/file-names";

test.each([
  ["产品手册.pdf", "application/pdf", "产品手册.pdf"],
  ["手册.PDF", "application/pdf", "手册.pdf"],
  ["手册.exe", "application/pdf", "手册.exe.pdf"],
  ["C:\\用户\\截图.png", "image/webp", "截图.webp"],
  ["../../etc/passwd", "image/webp", "passwd.webp"],
  ["", "application/pdf", "file.pdf"],
  ["a\u202efdp.exe", "application/pdf", "afdp.exe.pdf"],
  ['a"<b>\r\n.jpg', "image/webp", "ab.webp"],
  ["...", "image/webp", "file.webp"],
])("%j of %s is kept as %s", (given, mediaType, kept) => {
  expect(fileNameOf(given, mediaType)).toBe(kept);
});

test("a long name is cut between characters, not inside one", () => {
  expect(fileNameOf(`${"😀".repeat(300)}.pdf`, "application/pdf")).toBe(`${"😀".repeat(120)}.pdf`);
});

test("the header says any name twice: for those who read UTF-8 and for those who do not", () => {
  expect(dispositionOf("attachment", "产品手册 (1).pdf")).toBe(
    `attachment; filename="____ (1).pdf"; filename*=UTF-8''%E4%BA%A7%E5%93%81%E6%89%8B%E5%86%8C%20%281%29.pdf`,
  );
});
