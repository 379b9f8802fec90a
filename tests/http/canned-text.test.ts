import { beforeAll, expect, test } from "vitest";
import { withCannedText } from "~/http/canned-text.server";
import { emptyDatabase } from "../world/operator";

beforeAll(emptyDatabase);

const sent = (fields: [string, string][], headers: Record<string, string> = {}) =>
  new Request("http://desk.example/park/solutions/sol_1", {
    method: "POST",
    headers: { Origin: "http://desk.example", "Accept-Language": "zh-CN", ...headers },
    body: new URLSearchParams(fields),
  });
const textIn = async (request: Request) => (await (await withCannedText(request)).formData()).get("text");
const SENTENCE = "请补充售后响应时间和本地服务力量。";

test("ticked sentences stand before the own words, and other fields stay", async () => {
  const request = sent([
    ["decision", "changes_requested"],
    ["canned", "can_incomplete_3"],
    ["text", "第 2 条也请改写。"],
  ]);
  const form = await (await withCannedText(request)).formData();
  expect(form.get("text")).toBe(`${SENTENCE}\n第 2 条也请改写。`);
  expect([form.get("decision"), form.has("canned")]).toEqual(["changes_requested", false]);
});

test("a sentence that is already in the words is not said twice", async () => {
  const again: [string, string][] = [
    ["canned", "can_incomplete_3"],
    ["text", `${SENTENCE}\n请尽快。`],
  ];
  expect(await textIn(sent(again))).toBe(`${SENTENCE}\n请尽快。`);
});

test("on an English page they are English; unknown ones are left out", async () => {
  const fields: [string, string][] = [
    ["canned", "can_incomplete_3"],
    ["canned", "can_nothing"],
    ["text", ""],
  ];
  expect(await textIn(sent(fields, { "Accept-Language": "en" }))).toBe(
    "Please add how fast you respond after delivery and who serves locally.",
  );
});

test("the request still says where it came from, so that a foreign one is refused", async () => {
  const request = sent([["canned", "can_incomplete_3"]], { Origin: "https://elsewhere.example" });
  expect((await withCannedText(request)).headers.get("Origin")).toBe("https://elsewhere.example");
});

test("without a ticked sentence the request is passed on as it is", async () => {
  const request = sent([["text", "请改写。"]]);
  expect(await withCannedText(request)).toBe(request);
});
