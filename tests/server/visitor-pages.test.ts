import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer, request as send, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { afterEach, beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { session, user } from "#db/schema/identity.server";
import { markEverythingChanged } from "~/domain/catalogue/changes.server";
import { application } from "~/application.server";
import { markOf } from "~/components/layout/marks.server";
import { startSession } from "~/domain/identity/sessions.server";
import { connections, store } from "~/store.server";
import { createApp } from "../../server/app";
import { fastLane } from "../../server/fast-lane";
import { KeptPages } from "../../server/kept-pages";
import { securityHeaderList } from "../../server/security-headers";
import { SharedPages } from "../../server/shared-pages";
import { aPerson } from "../world/people";

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Page = { status?: number; headers?: Record<string, string>; wait?: Promise<unknown> };

const closers: (() => void)[] = [];

beforeAll(() => migrateDatabase(connections().writer));

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function signedIn(name: string): Promise<{ Cookie: string }> {
  const userId = await store().write(async (tx) => {
    const id = await aPerson(tx, `${randomUUID()}@example.test`);
    await tx.update(user).set({ name }).where(eq(user.id, id));
    return id;
  });
  return { Cookie: (await startSession(userId, "tests")).split(";", 1)[0] ?? "" };
}

/** A server whose app draws a page that says how many were drawn before it. */
async function serving(page: Page = {}) {
  const drawn: string[] = [];
  const answer = async (request: Request, context?: { isShared: boolean }) => {
    const nth = drawn.push(new URL(request.url).pathname + new URL(request.url).search);
    await page.wait;
    const headers = {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "private, no-cache",
      ...page.headers,
    };
    const account = context?.isShared ? markOf({ part: "account" }) : "drawn for one";
    return new Response(`<!doctype html><p>${"排产".repeat(400)} ${nth}</p>${account}`, {
      status: page.status ?? 200,
      headers,
    });
  };
  const state = { isStopping: false };
  const kept = new KeptPages(securityHeaderList(application.env.baseUrl));
  const shared = new SharedPages();
  const clientFolder = mkdtempSync(`${tmpdir()}/shuzhen-client-`);
  const app = createApp({ answer, application, state, clientFolder, kept, shared });
  const lanes = { quick: 0 };
  const listener = getRequestListener(app.fetch);
  const otherwise: typeof listener = (incoming, outgoing) => {
    lanes.quick--;
    return listener(incoming, outgoing);
  };
  const quickly = fastLane({ application, kept, shared, state, otherwise });
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

test("languages and themes never share a page; people with cookies of their own share all but their own parts", async () => {
  const { get, drawn } = await serving();
  await get("/solutions");
  await get("/solutions", { "Accept-Language": "en" });
  await get("/solutions", { "Accept-Language": "en" });
  await get("/solutions", { Cookie: `theme=${Buffer.from('"dark"').toString("base64")}` });
  expect(drawn).toHaveLength(3);
  const [one, other] = [await signedIn("王一"), await signedIn("李二")];
  const pages = [await get("/solutions", one), await get("/solutions", other), await get("/solutions")];
  expect(drawn).toHaveLength(3);
  expect(pages.map(({ body }) => ["王一", "李二"].filter((name) => body.includes(name)))).toEqual([
    ["王一"],
    ["李二"],
    [],
  ]);
  expect(new Set(pages.map(({ headers }) => headers.etag)).size).toBe(3);
  expect(pages.every(({ body }) => !/\[[\w-]{24}:/.test(body.toString()) && !body.includes("drawn for one"))).toBe(
    true,
  );
});

test("a reader's own page is put together anew after any commit, and what is said once is drawn for them alone", async () => {
  const { get, drawn, lanes } = await serving();
  const own = await signedIn("王一");
  const first = await get("/solutions", own);
  await get("/solutions", own);
  // No change of the catalogue: it could be the end of the session.
  await store().write((tx) => tx.update(user).set({ name: "王三" }).where(eq(user.name, "王一")));
  const renamed = await get("/solutions", own);
  expect([first.body.includes("王一"), renamed.body.includes("王三"), renamed.body.includes("王一")]).toEqual([
    true,
    true,
    false,
  ]);
  expect({ drawn: drawn.length, quick: lanes.quick }).toEqual({ drawn: 1, quick: 2 });
  const told = { Cookie: `${own.Cookie}; flash=said` };
  await get("/solutions", told);
  const last = await get("/solutions", told);
  expect(last.headers.etag).toBeUndefined();
  expect(last.body.includes("drawn for one")).toBe(true);
  expect(drawn).toHaveLength(3);
});

test("own pages are the same in every encoding", async () => {
  const { get } = await serving();
  const own = await signedIn("赵四");
  const plain = await get("/solutions", own);
  const packed = await get("/solutions", { ...own, "Accept-Encoding": "gzip, br" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
});

test("a session in the second half of its life is renewed by a public page too", async () => {
  const { get } = await serving();
  const own = await signedIn("孙五");
  await get("/solutions", own);
  const soon = Math.floor(Date.now() / 1000) + 3600;
  await store().write((tx) => tx.update(session).set({ expiresAt: soon }));
  const renewed = await get("/solutions", own);
  expect(renewed.headers["set-cookie"]?.[0]).toContain(own.Cookie);
  expect(renewed.body.includes("孙五")).toBe(true);
  expect((await get("/solutions", own)).headers["set-cookie"]).toBeUndefined();
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
