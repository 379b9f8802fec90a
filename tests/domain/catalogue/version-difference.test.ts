import { expect, test } from "vitest";
import { conflictsBetween, markOf, marksOf } from "~/domain/catalogue/section-conflict";
import { solutionFields } from "~/domain/catalogue/solution-sections";
import { undoneFields } from "~/domain/catalogue/undone-fields";
import { versionDifference } from "~/domain/catalogue/version-difference";
import { sections } from "../../world/market";

const content = {
  ...{ ...sections.basics, ...sections.functions, ...sections.audience, ...sections.price },
  ...{ ...sections.delivery, ...sections.security, ...sections.proof },
};

test("what stayed is no difference, whatever its kind", () => {
  expect(versionDifference(content, { ...content })).toEqual([]);
});

test("texts differ by words, lists by names, money and days by before and after, in the editor's order", () => {
  const after = {
    ...content,
    summary: "两周上线的排产",
    scenarios: ["planning", "quality"],
    priceMinFen: 1_500_000,
    deployDays: 20,
    trial: false,
  };
  expect(versionDifference(content, after)).toEqual([
    {
      ...{ kind: "text", field: "summary" },
      pieces: [
        { kind: "removed", text: "一周" },
        { kind: "added", text: "两周" },
        { kind: "same", text: "上线的排产" },
      ],
    },
    { kind: "list", field: "scenarios", removed: [], added: ["quality"], kept: 1 },
    { kind: "value", field: "priceMinFen" },
    { kind: "value", field: "deployDays" },
    { kind: "value", field: "trial" },
  ]);
});

test("a list in another order is the same, one that was empty says what it was", () => {
  const two = { ...content, keywords: ["APS", "看板"], industries: [] };
  expect(versionDifference(two, { ...two, keywords: ["看板", "APS"] })).toEqual([]);
  expect(versionDifference(two, { ...two, industries: ["C36"] })).toEqual([{ kind: "value", field: "industries" }]);
});

test("every field that can be edited can be told apart", () => {
  const other = Object.fromEntries(solutionFields.map((field) => [field, otherThan(content[field])]));
  expect(versionDifference(content, { ...content, ...other }).map(({ field }) => field)).toEqual(solutionFields);
});

function otherThan(value: unknown): unknown {
  if (Array.isArray(value)) return [...value, "x"];
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${String(value ?? "")}另`;
}

const version = (number: number, createdAt: number, but: Partial<typeof content> = {}, status = "superseded") => ({
  ...{ ...content, ...but, id: `ver_${number}`, number, createdAt, status },
  decidedAt: status === "superseded" || status === "current" ? createdAt : null,
});

test("a version begun before an import changed the live one would undo just what the import changed", () => {
  const first = version(1, 10);
  const waiting = version(2, 20, { summary: "新" }, "submitted");
  const imported = version(3, 30, { deployDays: 99 }, "current");
  expect(undoneFields(waiting, imported.id, [first, waiting, imported])).toEqual(["deployDays"]);
});

test("a draft that moved behind the import in number is still older than it", () => {
  const first = version(1, 10);
  const imported = version(2, 30, { deployDays: 99 }, "current");
  const draft = version(3, 20, { summary: "新" }, "draft");
  expect(undoneFields(draft, imported.id, [first, imported, draft])).toEqual(["deployDays"]);
  expect(undoneFields({ ...draft, deployDays: 99 }, imported.id, [first, imported, draft])).toEqual([]);
});

test("a version begun from the live one undoes nothing, whatever it changes", () => {
  const first = version(1, 10);
  const live = version(2, 20, { deployDays: 99 }, "current");
  const restored = version(3, 30, {}, "submitted");
  expect(undoneFields(restored, live.id, [first, live, restored])).toEqual([]);
  expect(undoneFields(restored, null, [restored])).toEqual([]);
});

test("of two who saved one section it is known who changed what", () => {
  const fields = ["title", "summary"] as const;
  const marks = marksOf(content, fields);
  const stored = { ...content, title: "他改的", summary: "他也改了" };
  expect(conflictsBetween({ title: content.title, summary: "我改的" }, stored, fields, marks)).toEqual([
    { field: "title", changedBy: "theirs" },
    { field: "summary", changedBy: "both" },
  ]);
  expect(conflictsBetween({ title: "我改的", summary: content.summary }, content, fields, marks)).toEqual([
    { field: "title", changedBy: "mine" },
  ]);
  expect(conflictsBetween({ title: "他改的", summary: "他也改了" }, stored, fields, marks)).toEqual([]);
});

test("without marks a difference counts as changed by both: nothing is taken over unseen", () => {
  expect(conflictsBetween({ title: "甲" }, { ...content, title: "乙" }, ["title"], "")).toEqual([
    { field: "title", changedBy: "both" },
  ]);
});

test("marks differ by kind and order", () => {
  expect(new Set([markOf(null), markOf(""), markOf(0), markOf([]), markOf(["a", "b"]), markOf(["b", "a"])]).size).toBe(
    6,
  );
});
