import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer, request as send, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { afterEach, beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { setting } from "#db/schema/scenarios.server";
import { markEverythingChanged } from "~/domain/catalogue/changes.server";
import { application } from "~/application.server";
import { connections, store } from "~/store.server";
import { createApp } from "../../server/app";
import { fastLane } from "../../server/fast-lane";
import { KeptPages } from "../../server/kept-pages";
import { securityHeaderList } from "../../server/security-headers";

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Page = { status?: number; headers?: Record<string, string>; wait?: Promise<unknown> };

const closers: (() => void)[] = [];

beforeAll(() => migrateDatabase(connections().writer));

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server whose app draws a page that says how many were drawn before it. */
async function serving(page: Page = {}) {
  const drawn: string[] = [];
  const answer = async (request: Request) => {
    const nth = drawn.push(new URL(request.url).pathname + new URL(request.url).search);
    await page.wait;
    const headers = {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "private, no-cache",
      ...page.headers,
    };
    return new Response(`<!doctype html><p>${"排产".repeat(400)} ${nth}</p>`, { status: page.status ?? 200, headers });
  };
  const state = { isStopping: false };
  const kept = new KeptPages(securityHeaderList(application.env.baseUrl));
  const app = createApp({ answer, application, state, clientFolder: mkdtempSync(`${tmpdir()}/shuzhen-client-`), kept });
  const quickly = fastLane({ application, kept, state });
  const lanes = { quick: 0 };
  const listener = getRequestListener(app.fetch);
  const server = createServer((incoming, outgoing) => {
    if (quickly(incoming, outgoing)) lanes.quick++;
    else void listener(incoming, outgoing);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  closers.push(() => server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const get = (path: string, headers: OutgoingHttpHeaders = {}, method = "GET") =>
    new Promise<Answer>((resolve, reject) => {
      const asked = send({ port, path, headers, method, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      });
      asked.on("error", reject).end();
    });
  return { get, drawn, lanes, state };
}

test("a page is drawn once; the next visitor gets the same bytes the quick way, with a request id of their own", async () => {
  const { get, drawn, lanes } = await serving();
  const [first, second] = [await get("/solutions?q=mes"), await get("/solutions?q=mes")];
  expect({ drawn, lanes }).toEqual({ drawn: ["/solutions?q=mes"], lanes: { quick: 1 } });
  expect(second.body.equals(first.body)).toBe(true);
  const { "x-request-id": firstId, date: _1, ...firstHeaders } = first.headers;
  const { "x-request-id": secondId, date: _2, ...secondHeaders } = second.headers;
  expect(secondHeaders).toEqual(firstHeaders);
  expect(secondId).not.toBe(firstId);
  expect(secondHeaders).toMatchObject({
    "cache-control": "private, no-cache",
    "content-length": String(first.body.length),
    vary: "Cookie, Accept-Language, Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
});

test("every encoding has its own bytes and strong ETag, and 304 spares them", async () => {
  const { get, drawn } = await serving();
  const plain = await get("/solutions");
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync };
  for (const encoding of ["gzip", "br"] as const) {
    for (let round = 0; round < 2; round++) {
      const packed = await get("/solutions", { "Accept-Encoding": encoding });
      expect(packed.headers["content-encoding"]).toBe(encoding);
      expect(unpack[encoding](packed.body).equals(plain.body)).toBe(true);
      expect(packed.headers.etag).toMatch(/^"[\w-]+"$/);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
    }
  }
  const again = await get("/solutions", { "If-None-Match": `"other", W/${String(plain.headers.etag)}` });
  expect({ status: again.status, bytes: again.body.length }).toEqual({ status: 304, bytes: 0 });
  expect(again.headers.etag).toBe(plain.headers.etag);
  expect(again.headers["content-length"]).toBeUndefined();
  const head = await get("/solutions", {}, "HEAD");
  expect([head.headers["content-length"], head.body.length]).toEqual([plain.headers["content-length"], 0]);
  expect(drawn).toHaveLength(1);
});

test("languages, themes and people with cookies of their own never share a page", async () => {
  const { get, drawn } = await serving();
  await get("/solutions");
  await get("/solutions", { "Accept-Language": "en" });
  await get("/solutions", { "Accept-Language": "en" });
  await get("/solutions", { Cookie: `theme=${Buffer.from('"dark"').toString("base64")}` });
  expect(drawn).toHaveLength(3);
  await get("/solutions", { Cookie: "session=abc" });
  await get("/solutions", { Cookie: "session=abd" });
  await get("/solutions", { Cookie: "session=abc; favourites=s-1" });
  expect(drawn).toHaveLength(6);
});

test("a reader's own page holds until anything is committed, and what is said once is never kept", async () => {
  const { get, drawn } = await serving();
  const own = { Cookie: "session=abc" };
  await get("/solutions", own);
  await get("/solutions", own);
  expect(drawn).toHaveLength(1);
  // No change of the catalogue: it could be the end of the session.
  await store().write((tx) => tx.insert(setting).values({ key: `tests.${Date.now()}`, value: "1" }));
  await get("/solutions", own);
  expect(drawn).toHaveLength(2);
  const told = { Cookie: "session=abc; flash=said" };
  await get("/solutions", told);
  expect((await get("/solutions", told)).headers.etag).toBeUndefined();
  expect(drawn).toHaveLength(4);
});

test("a change is seen by the very next request, and what is not public is drawn every time", async () => {
  const { get, drawn } = await serving();
  const before = await get("/solutions");
  await get("/solutions");
  await store().write((tx) => markEverythingChanged(tx));
  const after = await get("/solutions", { "If-None-Match": String(before.headers.etag) });
  expect(after.status).toBe(200);
  expect(drawn).toHaveLength(2);
  await get("/match");
  await get("/match");
  expect(drawn).toHaveLength(4);
});

test.each([
  ["a page that sets a cookie", { headers: { "Set-Cookie": "a=1" } }],
  ["a page that is not there", { status: 404 }],
  ["a page that says it must not be stored", { headers: { "Cache-Control": "no-store" } }],
  ["what is not a page", { headers: { "Content-Type": "application/json" } }],
])("%s is never kept, and still compressed", async (_what, page) => {
  const { get, drawn } = await serving(page);
  const first = await get("/solutions", { "Accept-Encoding": "gzip" });
  await get("/solutions", { "Accept-Encoding": "gzip" });
  expect(drawn).toHaveLength(2);
  expect(first.headers["content-encoding"]).toBe("gzip");
  expect(first.headers.etag).toBeUndefined();
});

test("many who ask at once wait for one drawing", async () => {
  let finish = () => {};
  const { get, drawn } = await serving({ wait: new Promise<void>((resolve) => (finish = resolve)) });
  const answers = [get("/solutions"), get("/solutions"), get("/solutions")];
  setTimeout(finish, 100);
  const bodies = new Set((await Promise.all(answers)).map(({ body }) => body.toString()));
  expect({ drawn: drawn.length, bodies: bodies.size }).toEqual({ drawn: 1, bodies: 1 });
});

test("a stopping server closes connections, kept page or not", async () => {
  const { get, state } = await serving();
  await get("/solutions");
  state.isStopping = true;
  const last = await get("/solutions", { Connection: "keep-alive" });
  expect([last.status, last.headers.connection]).toEqual([200, "close"]);
});
