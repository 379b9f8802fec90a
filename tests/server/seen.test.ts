/** Pages from the cache count like drawn ones, whichever way they are sent. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer, request as send } from "node:http";
import { tmpdir } from "node:os";
import { getRequestListener } from "@hono/node-server";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { application } from "~/application.server";
import { startSession } from "~/domain/identity/sessions.server";
import type { Seen } from "~/domain/insight/reach";
import { reach } from "~/domain/insight/reach-counter.server";
import { connections, store } from "~/store.server";
import { createApp } from "../../server/app";
import { fastLane } from "../../server/fast-lane";
import { KeptPages } from "../../server/kept-pages";
import { securityHeaderList } from "../../server/security-headers";
import { SharedPages } from "../../server/shared-pages";
import { aMember, anOrganisation, aPerson } from "../world/people";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const closers: (() => void)[] = [];

beforeAll(() => migrateDatabase(connections().writer));
beforeEach(() => void reach.take());
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server whose app shows these solutions on each of its pages. */
async function serving(seen: Seen) {
  let drawn = 0;
  const answer = async (_request: Request, context?: { isShared: boolean; keepSeen(seen: Seen): void }) => {
    drawn += 1;
    context?.keepSeen(seen);
    const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-cache" };
    return new Response("<!doctype html><p>排产</p>", { headers });
  };
  const state = { isStopping: false };
  const kept = new KeptPages(securityHeaderList(application.env.baseUrl));
  const shared = new SharedPages();
  const clientFolder = mkdtempSync(`${tmpdir()}/shuzhen-client-`);
  const app = createApp({ answer, application, state, clientFolder, kept, shared });
  const listener = getRequestListener(app.fetch);
  let quick = 0;
  const quickly = fastLane({ application, kept, shared, state, otherwise: listener });
  const server = createServer((incoming, outgoing) => {
    if (quickly(incoming, outgoing)) quick += 1;
    else void listener(incoming, outgoing);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  closers.push(() => server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<{ status: number; etag: string }>((resolve, reject) => {
      const sent = { "User-Agent": BROWSER, ...headers };
      send({ port, path, headers: sent, method, agent: false }, (response) => {
        response
          .resume()
          .on("end", () => resolve({ status: response.statusCode ?? 0, etag: response.headers.etag ?? "" }));
      })
        .on("error", reject)
        .end();
    });
  return { get, drawn: () => drawn, quick: () => quick };
}

const seen = { viewed: { id: "sol_a", providerId: "org_a" } };

function views(): number {
  return reach.take().solutions.reduce((sum, each) => sum + each.views, 0);
}

async function memberOf(organisationId: string): Promise<{ Cookie: string }> {
  const userId = await store().write(async (tx) => {
    const id = await aPerson(tx, `${randomUUID()}@example.test`);
    await aMember(tx, organisationId, id, "member");
    return id;
  });
  return { Cookie: (await startSession(userId, "tests")).split(";", 1)[0] ?? "" };
}

test("a page drawn once and sent three times counts three times", async () => {
  const { get, drawn, quick } = await serving(seen);
  for (let n = 0; n < 3; n++) await get("/solutions/a");
  expect({ drawn: drawn(), quick: quick(), views: views() }).toEqual({ drawn: 1, quick: 2, views: 3 });
});

test("a browser whose copy still holds counts; HEAD, fetching ahead and programs do not", async () => {
  const { get } = await serving(seen);
  const { etag } = await get("/solutions/a");
  views();
  const again = await get("/solutions/a", { "If-None-Match": etag });
  expect([again.status, views()]).toEqual([304, 1]);
  await get("/solutions/a", {}, "HEAD");
  await get("/solutions/a", { "Sec-Purpose": "prefetch;prerender" });
  await get("/solutions/a", { "User-Agent": "Googlebot/2.1 (+http://www.google.com/bot.html)" });
  expect(views()).toBe(0);
});

test("a provider's own people do not count, another's do, drawn or kept", async () => {
  const ids = await store().write(async (tx) => ({
    own: await anOrganisation(tx, "甲", "provider"),
    other: await anOrganisation(tx, "乙", "provider"),
  }));
  const { get, quick } = await serving({ viewed: { id: "sol_a", providerId: ids.own } });
  const [own, other] = [await memberOf(ids.own), await memberOf(ids.other)];
  for (let n = 0; n < 3; n++) await get("/solutions/a", own);
  expect(views()).toBe(0);
  for (let n = 0; n < 3; n++) await get("/solutions/a", other);
  expect(views()).toBe(3);
  expect(quick()).toBeGreaterThan(0);
});
