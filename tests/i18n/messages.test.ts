/** Every sentence is used, every sentence used exists, and both languages name the same values. */
import { expect, test } from "vitest";
import { translator } from "~/i18n/translator.server";
import { en } from "~/i18n/en";
import { zhCN } from "~/i18n/zh-CN";
import { sourcesUnder } from "../world/sources";

const source: Record<string, Record<string, string>> = zhCN;
const english: Record<string, Record<string, string | undefined>> = en;
const AREAS = Object.keys(source).join("|");

const code = sourcesUnder("app", "cli")
  .filter(({ file }) => !/^app\/i18n\/(zh-CN|en)[./]/.test(file))
  .map(({ text }) => text)
  .join("\n");

/** "clinic:request.title" anywhere between quotes. */
const literal = new Set(code.match(new RegExp(`(?<=["'\`])(?:${AREAS}):[\\w.-]+(?=["'\`])`, "g")));
/** `clinic:status.${status}`: everything that starts so is used; what follows a value must be in the key too. */
const patterns = [...new Set(code.match(new RegExp(`(?<=\`)(?:${AREAS}):[^\`\\s]*\\$\\{[^\`]*(?=\`)`, "g")))].map(
  (template) =>
    new RegExp(
      `^${template
        .split(/\$\{[^}]*\}/)
        .map(escaped)
        .join("[\\w.-]+")}$`,
    ),
);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const keys = Object.entries(source).flatMap(([area, messages]) => Object.keys(messages).map((key) => `${area}:${key}`));

test("every sentence is used somewhere", () => {
  const unused = keys.filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test("every sentence that is used exists", () => {
  const known = new Set(keys);
  expect([...literal].filter((key) => !known.has(key))).toEqual([]);
});

test("every computed name of a sentence meets one", () => {
  const dead = patterns.filter((pattern) => !keys.some((key) => pattern.test(key)));
  expect(dead.map(String)).toEqual([]);
});

test("every kind of notice is told by somebody", () => {
  const kinds = Object.keys(zhCN.notices).flatMap((key) => (key.endsWith(".title") ? [key.slice(0, -6)] : []));
  const computed = (kind: string) => new RegExp(`\`${escaped(kind.split(".")[0] ?? "")}\\.\\$\\{`).test(code);
  expect(kinds.filter((kind) => !code.includes(`"${kind}"`) && !computed(kind))).toEqual([]);
});

test("both languages name the same values", () => {
  const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
  const different = Object.entries(source).flatMap(([area, messages]) =>
    Object.entries(messages)
      .filter(([key, text]) => values(text).join() !== values(english[area]?.[key] ?? "").join())
      .map(([key]) => `${area}:${key}`),
  );
  expect(different).toEqual([]);
});

test("no sentence is empty", () => {
  const empty = [source, english].flatMap((language) =>
    Object.entries(language).flatMap(([area, messages]) =>
      Object.entries(messages).flatMap(([key, text]) => (text?.trim() ? [] : [`${area}:${key}`])),
    ),
  );
  expect(empty).toEqual([]);
});

test("counts are grouped in sentences as they are in tables, and still tell one from many", () => {
  expect(translator("en")("search:list.found", { count: 1236 })).toBe("1,236 solutions");
  expect(translator("en")("search:list.found", { count: 1 })).toBe("1 solution");
  expect(translator("zh-CN")("search:list.instead.all", { count: 1236 })).toBe("查看全部 1,236 个");
});
