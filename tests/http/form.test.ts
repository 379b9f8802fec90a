import { expect, test } from "vitest";
import { z } from "zod";
import { readForm, readIntent } from "~/http/form.server";

const FORM = "application/x-www-form-urlencoded";

function posted(body: string, type: string): Request {
  return new Request("http://here/", { method: "POST", body, headers: { "Content-Type": type } });
}

test.each([
  ["{}", "application/json"],
  ["a=1", "text/plain"],
  ["--x\r\nnonsense", "multipart/form-data; boundary=x"],
  ["--x", "multipart/form-data"],
])("%s as %s is the sender's mistake", async (body, type) => {
  await expect(readForm(posted(body, type), z.object({}))).rejects.toMatchObject({ status: 400 });
  await expect(readIntent(posted(body, type))).rejects.toMatchObject({ status: 400 });
});

test.each([
  "a[900000000].text=x",
  "a=1&b[3][1000]=x",
  `${"a".repeat(201)}=x`,
  `__intent__=${encodeURIComponent('{"type":"update","payload":{"name":"a","index":9e8,"value":"x"}}')}`,
  `__intent__=${encodeURIComponent('{"type":"update","payload":{"name":"a[900000000]","value":"x"}}')}`,
])("a place that no list has is the sender's mistake, and is found at once: %.40s", async (body) => {
  await expect(readForm(posted(body, FORM), z.object({}))).rejects.toMatchObject({ status: 400 });
});

test("lines of a list and the buttons that add one are read", async () => {
  const shape = z.object({ a: z.array(z.object({ text: z.string() })) });
  const form = await readForm(posted("a[0].text=x&a[1].text=y", FORM), shape);
  expect(form.ok && form.value).toEqual({ a: [{ text: "x" }, { text: "y" }] });
  const add = encodeURIComponent('{"type":"insert","payload":{"name":"a"}}');
  const more = await readForm(posted(`a[0].text=x&__intent__=${add}`, FORM), shape);
  expect(more.ok).toBe(false);
  if (!more.ok) expect(more.reply.data.initialValue?.["a"]).toHaveLength(2);
});

test("a form of another site is refused before it is read", async () => {
  const request = posted("intent=go", "application/x-www-form-urlencoded");
  request.headers.set("Origin", "https://evil.example");
  await expect(readIntent(request)).rejects.toMatchObject({ status: 403 });
});
