import { afterEach, expect, test, vi } from "vitest";
import {
  isToRestore,
  keyOf,
  readKept,
  writeKept,
  type Entry,
  type Kept,
} from "~/components/catalogue/editor/kept-section";

afterEach(() => {
  vi.unstubAllGlobals();
});

const now = { versionId: "ver_1", seenEdit: 3, marks: "title:1 summary:2" };
const shown: Entry[] = [
  ["title", "轻量排产"],
  ["summary", "第一行\r\n第二行"],
];
const typed: Entry[] = [
  ["title", "轻量排产"],
  ["summary", "打到一半"],
];
const kept = (but: Partial<Kept>): Kept => ({ ...now, at: 1, values: typed, isSent: false, givenUp: [], ...but });

test("what was typed and never sent is put back", () => {
  expect(isToRestore(kept({}), shown, now)).toBe(true);
});

test("what the form shows anyway is not, whatever its line breaks and order", () => {
  const same: Entry[] = [
    ["summary", "第一行\n第二行"],
    ["title", "轻量排产"],
  ];
  expect(isToRestore(kept({ values: same }), shown, now)).toBe(false);
});

test("what was sent and arrived is not; what was sent and did not arrive is", () => {
  expect(isToRestore(kept({ isSent: true }), shown, { ...now, seenEdit: 4 })).toBe(false);
  expect(isToRestore(kept({ isSent: true }), shown, { ...now, versionId: "ver_2", seenEdit: 1 })).toBe(false);
  expect(isToRestore(kept({ isSent: true }), shown, now)).toBe(true);
});

test("what was typed before a colleague saved is put back too: saving it shows both", () => {
  expect(isToRestore(kept({}), shown, { ...now, seenEdit: 4 })).toBe(true);
});

test("a text given up for a colleague's is not put back, the rest of the form is", () => {
  expect(isToRestore(kept({ isSent: true, givenUp: ["summary"] }), shown, now)).toBe(false);
  expect(isToRestore(kept({ isSent: true, givenUp: ["title"] }), shown, now)).toBe(true);
  const files: Entry[] = [...shown, ["plans[0].name", "基础版"]];
  expect(isToRestore(kept({ values: files, givenUp: ["plans"] }), shown, now)).toBe(false);
});

test("what a page of an earlier version kept is read, what is not a kept text is not", () => {
  const stored = new Map<string, string>();
  const [getItem, setItem] = [
    (key: string) => stored.get(key) ?? null,
    (key: string, value: string) => stored.set(key, value),
  ];
  vi.stubGlobal("localStorage", { getItem, setItem });
  writeKept("a", kept({ givenUp: ["title"] }));
  expect(readKept("a")).toEqual(kept({ givenUp: ["title"] }));
  const { givenUp: _none, ...earlier } = kept({});
  stored.set("a", JSON.stringify(earlier));
  expect(readKept("a")).toEqual(kept({}));
  for (const other of ["", "null", "[]", "{}", '"text"', JSON.stringify({ ...kept({}), givenUp: [1] })]) {
    stored.set("a", other);
    expect(readKept("a")).toBeNull();
  }
});

test("another account at the same browser has another text", () => {
  expect(keyOf("usr_a", "sol_1", "basics")).not.toBe(keyOf("usr_b", "sol_1", "basics"));
});
