import { createServer } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { explainBadRequest } from "../../server/address";

async function answerTo(request: string): Promise<string> {
  const server = createServer((_incoming, outgoing) => outgoing.end("fine")).on("clientError", explainBadRequest);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  try {
    return await new Promise<string>((resolve, reject) => {
      const parts: Buffer[] = [];
      const socket = connect(address.port, "127.0.0.1", () => socket.write(request));
      socket.on("data", (part) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts).toString()));
      socket.on("error", reject);
    });
  } finally {
    server.close();
  }
}

const LONG = `q=${"x".repeat(17_000)}`;

test.each([
  ["in Chinese", "Accept: text/html,*/*;q=0.8\r\nAccept-Language: zh-CN", "zh-CN", "这个地址太长"],
  ["in English", "Accept: text/html\r\nAccept-Language: en-GB,en", "en", "This address is too long"],
  ["as chosen", "Accept: text/html\r\nAccept-Language: zh-CN\r\nCookie: a=1; lang=ImVuIg%3D%3D", "en", "too long"],
])("an address that is too long is explained to people on a page, %s", async (_how, headers, language, words) => {
  const answer = await answerTo(`GET /solutions?${LONG} HTTP/1.1\r\nHost: a\r\n${headers}\r\n\r\n`);
  expect(answer).toContain("HTTP/1.1 431 Request");
  expect(answer).toContain("Content-Type: text/html; charset=utf-8");
  expect(answer).toContain(`<html lang="${language}">`);
  expect(answer).toContain(words);
  expect(answer).not.toContain("xxx");
});

test.each(["Accept: */*", "Accept: text/html"])(
  "the machine interface stays with its problems, asked with %s",
  async (accept) => {
    const answer = await answerTo(`GET /api/v1/match?${LONG} HTTP/1.1\r\nHost: a\r\n${accept}\r\n\r\n`);
    expect(answer).toContain("Content-Type: application/problem+json");
  },
);

test.each([
  [
    "raw UTF-8 in the address",
    "GET /solutions?q=排产 HTTP/1.1\r\nHost: a\r\n\r\n",
    "400 Bad Request",
    "Percent-encode",
  ],
  ["headers without end", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "431 Request", "16 kB"],
  ["no HTTP at all", "HELLO\r\n\r\n", "400 Bad Request", "not valid HTTP"],
])("%s is answered in words", async (_what, request, status, words) => {
  const answer = await answerTo(request);
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toContain(`HTTP/1.1 ${status}`);
  expect(head).toContain("Content-Type: application/problem+json");
  expect(JSON.parse(body)).toMatchObject({ detail: expect.stringContaining(words) });
});
