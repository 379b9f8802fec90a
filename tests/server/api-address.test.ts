/** The machine interface behind the real router: what the router would read itself, and methods it does not know. */
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { application } from "~/application.server";
import { log } from "~/log.server";
import * as match from "~/routes/matching/api-match";
import * as unknown from "~/routes/public/api-unknown";
import { connections } from "~/store.server";
import { createApp } from "../../server/app";
import { KeptPages } from "../../server/kept-pages";
import { withAllow } from "../../server/page-methods";
import { SharedPages } from "../../server/shared-pages";

beforeAll(() => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
});

const page = { default: () => null, loader: () => null };
const routes = {
  root: { id: "root", path: "", module: page },
  match: { id: "match", parentId: "root", path: "/api/v1/match", module: match },
  unknown: { id: "unknown", parentId: "root", path: "/api/v1/*", module: unknown },
  plain: { id: "plain", parentId: "root", path: "/plain", module: page },
  form: { id: "form", parentId: "root", path: "/forms/:id", module: { ...page, action: () => null } },
  rest: { id: "rest", parentId: "root", path: "*", module: { ...page, action: () => null } },
};
const failed = vi.fn();

async function server() {
  const { handleError } = await import("~/entry.server");
  const build = {
    ...{ routes, publicPath: "/", assetsBuildDirectory: "", basename: "/", isSpaMode: false, mode: "production" },
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true },
    assets: { version: "1", url: "", entry: { module: "", imports: [] }, routes: {} },
    entry: {
      module: {
        default: async (_request: Request, status: number, headers: Headers) => {
          headers.set("Content-Type", "text/html; charset=utf-8");
          return new Response("<!doctype html>", { status, headers });
        },
        handleError: (...given: Parameters<typeof handleError>) => {
          failed(...given);
          return handleError(...given);
        },
      },
    },
  } as unknown as ServerBuild;
  return createApp({
    answer: withAllow(createRequestHandler(build, "production"), build.routes),
    application,
    state: { isStopping: false },
    clientFolder: mkdtempSync(join(tmpdir(), "shuzhen-client-")),
    kept: new KeptPages([]),
    shared: new SharedPages(),
  });
}

test.each([
  ["_data=root", [{ name: "_data", value: "root" }]],
  ["_data=routes%2Fx&_data=y", ["routes/x", "y"].map((value) => ({ name: "_data", value }))],
  ["_routes=x", [{ name: "_routes", value: "x" }]],
  ["index", [{ name: "index", value: "" }]],
])("/api/v1/match?%s is a parameter like any unknown one", async (query, ignored) => {
  const app = await server();
  for (const path of ["/api/v1/match", "/API/v1/match", "/%61pi/v1/match"]) {
    failed.mockClear();
    const response = await app.request(`${path}?scenario=planning&${query}`);
    expect([path, response.status, failed.mock.calls.length]).toEqual([path, 200, 0]);
    expect((await response.json()).ignored).toEqual(ignored);
  }
});

test.each(["/api/v1/nothing?_data=root", "/api/v1/match.data", "/api/v1/match.data?_routes=match"])(
  "%s is not there, in the shape of the interface",
  async (path) => {
    failed.mockClear();
    const response = await (await server()).request(path);
    expect([response.status, failed.mock.calls.length]).toEqual([404, 0]);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 404, title: "Not Found" });
  },
);

test.each(["QUERY", "PROPFIND", "TRACE", "BREW"])(
  "%s is refused as a problem that names what is allowed",
  async (method) => {
    const app = await server();
    // Request refuses to be a TRACE, and so does not come this way in a server either.
    const request = new Request("http://here/api/v1/match");
    Object.defineProperty(request, "method", { value: method });
    const response = await app.fetch(request);
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 405, title: "Method Not Allowed" });
  },
);

test.each([
  ["POST", "/plain", "GET, HEAD"],
  ["POST", "/plain.data", "GET, HEAD"],
  ["PROPFIND", "/forms/7", "GET, HEAD, POST"],
  ["PROPFIND", "/plain", "GET, HEAD"],
])("%s %s is the client's mistake: a 405 with Allow, and no error in the log", async (method, path, allow) => {
  const app = await server();
  const [error, warn] = [vi.spyOn(log, "error"), vi.spyOn(log, "warn")];
  const response = await app.request(path, { method });
  expect([response.status, response.headers.get("Allow")]).toEqual([405, allow]);
  expect(error).not.toHaveBeenCalled();
  for (const [line] of warn.mock.calls) expect(line).toMatchObject({ event: "request_refused", status: 405 });
  error.mockRestore();
  warn.mockRestore();
});

test("what breaks here is still an error in the log", async () => {
  const { handleError } = await import("~/entry.server");
  const error = vi.spyOn(log, "error").mockReturnValue();
  const given = { request: new Request("http://here/x"), params: {}, context: {} };
  handleError(new Error("broken"), given);
  handleError({ status: 500, statusText: "", data: null, internal: true }, given);
  expect(error.mock.calls.map(([line]) => line)).toEqual([
    expect.objectContaining({ event: "request_failed" }),
    expect.objectContaining({ event: "request_failed" }),
  ]);
  error.mockRestore();
});
