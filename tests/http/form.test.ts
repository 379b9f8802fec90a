import { expect, test } from "vitest";
import { z } from "zod";
import { readForm, readIntent } from "~/http/form.server";

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

test("a form of another site is refused before it is read", async () => {
  const request = posted("intent=go", "application/x-www-form-urlencoded");
  request.headers.set("Origin", "https://evil.example");
  await expect(readIntent(request)).rejects.toMatchObject({ status: 403 });
});
