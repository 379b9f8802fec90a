import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { application } from "~/application.server";
import { createApp } from "../../server/app";
import { KeptPages } from "../../server/kept-pages";
import { SharedPages } from "../../server/shared-pages";

const PAGE = `<!doctype html><p>${"数诊".repeat(600)}</p>`;

function clientFolder() {
  const folder = mkdtempSync(join(tmpdir(), "shuzhen-client-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/app-1a2b.js"), "export {};");
  writeFileSync(join(folder, "assets/app-1a2b.js.gz"), "compressed");
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  return folder;
}

function page() {
  return new Response(PAGE, { headers: { "Content-Type": "text/html; charset=utf-8", "X-Page": "yes" } });
}

function appAnswering(answer: (request: Request) => Response, isReady = true, state = { isStopping: false }) {
  return createApp({
    answer: async (request) => answer(request),
    application: { ...application, isReady: async () => isReady },
    state,
    clientFolder: clientFolder(),
    kept: new KeptPages([]),
    shared: new SharedPages(),
  });
}

describe("every answer", () => {
  test("carries a request id of its own and the security headers", async () => {
    const { headers } = await appAnswering(page).request("/match");
    expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
  });

  test("keeps a proxy's request id, and refuses one that could forge a log line", async () => {
    const app = appAnswering(page);
    const idFor = async (given: string) =>
      (await app.request("/match", { headers: { "X-Request-Id": given } })).headers;
    expect((await idFor("proxy-0001")).get("X-Request-Id")).toBe("proxy-0001");
    expect((await idFor('x","level":60')).get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("keeps a page's own content policy", async () => {
    const policy = "default-src 'self'";
    const app = appAnswering(() => new Response("", { headers: { "Content-Security-Policy": policy } }));
    expect((await app.request("/match")).headers.get("Content-Security-Policy")).toBe(policy);
  });

  test("closes its connection while the server stops", async () => {
    const app = appAnswering(page, true, { isStopping: true });
    expect((await app.request("/match")).headers.get("Connection")).toBe("close");
  });
});

describe("compression", () => {
  test("a page is gzipped for a browser that takes it, with its other headers kept", async () => {
    const response = await appAnswering(page).request("/match", { headers: { "Accept-Encoding": "gzip, br" } });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    expect(response.headers.get("Vary")).toContain("Accept-Encoding");
    expect(response.headers.get("X-Page")).toBe("yes");
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(PAGE);
  });

  test("a page goes out as it is to everybody else", async () => {
    const response = await appAnswering(page).request("/match");
    expect(response.headers.get("Content-Encoding")).toBeNull();
    expect(await response.text()).toBe(PAGE);
  });

  test("cookies of a page survive one by one", async () => {
    const app = appAnswering(() => {
      const response = page();
      response.headers.append("Set-Cookie", "a=1");
      response.headers.append("Set-Cookie", "b=2");
      return response;
    });
    const response = await app.request("/match", { headers: { "Accept-Encoding": "gzip" } });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });
});

describe("forms", () => {
  const post = (headers: Record<string, string>, body = "a=1") => ({
    method: "POST",
    body,
    headers: { Host: "shuzhen.test", "Content-Type": "application/x-www-form-urlencoded", ...headers },
  });

  test.each([
    ["our own page", { Origin: "http://shuzhen.test" }, 200],
    ["a program without Origin", {}, 200],
    ["the public address behind a proxy", { Origin: application.env.baseUrl }, 200],
    ["another site", { Origin: "https://evil.example" }, 403],
    ["a sandboxed frame", { Origin: "null" }, 403],
    [
      "another site that claims to be a proxy",
      { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
      403,
    ],
    ["another site without Origin", { "Sec-Fetch-Site": "cross-site" }, 403],
  ])("from %s", async (_from, headers, status) => {
    expect((await appAnswering(page).request("/login", post(headers))).status).toBe(status);
  });

  test("the app never sees a host that only a header claims", async () => {
    const seen: (string | null)[] = [];
    const app = appAnswering((request) => {
      seen.push(request.headers.get("X-Forwarded-Host"));
      return page();
    });
    await app.request("/login", post({ Origin: "http://shuzhen.test", "X-Forwarded-Host": "evil.example" }));
    await app.request("/login", post({ Origin: application.env.baseUrl }));
    expect(seen).toEqual([null, new URL(application.env.baseUrl).host]);
  });

  test("a body over 10 MB is refused with its reason", async () => {
    const body = "a".repeat(10 * 1024 * 1024 + 1);
    const response = await appAnswering(page).request("/login", post({ "Content-Length": String(body.length) }, body));
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("10 MB");
  });
});

describe("files", () => {
  test("a file with a hash in its name is kept for a year", async () => {
    const response = await appAnswering(page).request("/assets/app-1a2b.js");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("Content-Type")).toContain("javascript");
    expect(await response.text()).toBe("export {};");
  });

  test("the compressed copy goes to a browser that takes it", async () => {
    const headers = { "Accept-Encoding": "gzip" };
    const response = await appAnswering(page).request("/assets/app-1a2b.js", { headers });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    expect(await response.text()).toBe("compressed");
  });

  test("other files are kept for an hour", async () => {
    const response = await appAnswering(page).request("/favicon.svg");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=3600");
  });

  test("a file of an earlier version is not there, and that is not remembered", async () => {
    const response = await appAnswering(page).request("/assets/app-old.js");
    expect(response.status).toBe(404);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("no path leads out of the folder", async () => {
    const response = await appAnswering(() => new Response("the app")).request("/assets/..%2f..%2fpackage.json");
    expect(response.status).toBe(404);
  });
});

describe("questions about the process", () => {
  test("it is alive, and ready once the database is", async () => {
    expect((await appAnswering(page).request("/healthz")).status).toBe(200);
    expect((await appAnswering(page).request("/readyz")).status).toBe(200);
    expect((await appAnswering(page, false).request("/readyz")).status).toBe(503);
  });

  test("it is not ready any more while it stops", async () => {
    expect((await appAnswering(page, true, { isStopping: true }).request("/readyz")).status).toBe(503);
  });

  test("an empty database is not ready", async () => {
    expect(await application.isReady()).toBe(false);
  });
});
