import { createServer } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { explainBadRequest, isTooLong, MOST_READ_BYTES, refuseTooLong } from "../../server/address";

/** Sends the parts one after the other, as a network does with what is long. */
async function answerTo(...packets: string[]): Promise<string> {
  const server = createServer({ maxHeaderSize: MOST_READ_BYTES }, (incoming, outgoing) => {
    if (isTooLong(incoming)) refuseTooLong(incoming, outgoing);
    else outgoing.end("fine");
  }).on("clientError", explainBadRequest);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  try {
    return await new Promise<string>((resolve, reject) => {
      const parts: Buffer[] = [];
      const socket = connect(address.port, "127.0.0.1", () => void sendAll());
      const sendAll = async () => {
        for (const packet of packets) {
          socket.write(packet);
          if (packets.length > 1) await new Promise((sent) => setTimeout(sent, 30));
        }
      };
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

test("an address in several packets is explained on a page as well, and to a program not", async () => {
  const packets = (path: string, accept: string) => [
    `GET ${path}?q=${"x".repeat(10_000)}`,
    "x".repeat(10_000),
    `${"x".repeat(10_000)} HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\n`,
    `Accept: ${accept}\r\n\r\n`,
  ];
  const page = await answerTo(...packets("/solutions", "text/html"));
  expect(page).toContain("HTTP/1.1 431 Request");
  expect(page).toContain("This address is too long");
  for (const [path, accept] of [
    ["/api/v1/solutions", "text/html"],
    ["/solutions", "application/json"],
  ] as const)
    expect(await answerTo(...packets(path, accept))).toContain("Content-Type: application/problem+json");
});

test("beyond what is read at all, people are still told on a page", async () => {
  const part = "x".repeat(30_000);
  const answer = await answerTo(
    `GET /solutions?q=${part}`,
    part,
    part,
    " HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n",
  );
  expect(answer).toContain("HTTP/1.1 431 Request");
  expect(answer).toContain("<!doctype html>");
});

test("an address as long as is served is served", async () => {
  expect(await answerTo(`GET /?q=${"x".repeat(15_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toContain(
    "fine",
  );
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
