/** The field kit's addresses as a bad line and a bad sender use them, on the built server. */
import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import sharp from "sharp";
import { demoPassword } from "#db/vocabulary/demo-logins";
import type { FieldOpening } from "~/domain/clinic/field";
import { paths } from "~/paths";
import { openBrowser, signIn, type Browser } from "../world/browse";
import { lookInto, type Look } from "../world/database";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;
let look: Look;
let expert: Browser;
let caseId: string;
let photo: Buffer;
const findingId = `fnd_${"0".repeat(26)}`;
let serial = 0;

beforeAll(async () => {
  server = await startServer();
  look = lookInto(server.dataDir);
  expert = await as("expert@demo.shuzhen.example");
  const expertId = look.value("SELECT id FROM user WHERE email = ?", "expert@demo.shuzhen.example");
  caseId = look.value("SELECT id FROM diagnosis WHERE expertUserId = ? AND status = 'on_site'", expertId);
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#555" } })
    .jpeg()
    .toBuffer();
  const noted = { title: "换线慢", scenarioKey: look.value("SELECT key FROM scenario WHERE kind = 'core'") };
  const rest = { area: "production", severity: 2, description: "", evidence: "", expectedGain: "" };
  const operation = { id: made("fop"), kind: "finding", key: findingId, seen: 0, value: { ...noted, ...rest } };
  const sent = await sync({ operations: [operation] });
  if (!sent.ok) throw new Error(`the finding was not taken: ${sent.status}`);
});

afterAll(async () => {
  look.close();
  await server.stop();
});

async function as(email: string): Promise<Browser> {
  const browser = openBrowser(server.url);
  await signIn(browser, email, demoPassword);
  return browser;
}

const made = (prefix: string) => `${prefix}_${String(++serial).padStart(26, "0")}`;

function sync(body: unknown, headers: Record<string, string> = { "Content-Type": "application/json" }) {
  return expert.send(paths.expert.fieldSync(caseId), { method: "POST", headers, body: JSON.stringify(body) });
}

function put(id: string, body: Buffer, by = expert) {
  const headers = { "Content-Type": "image/jpeg", Origin: server.url };
  return by.send(paths.expert.fieldPhoto(caseId, id, findingId), {
    method: "PUT",
    headers,
    body: new Uint8Array(body),
  });
}

const uploads = () => {
  const folder = join(server.dataDir, "uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const rows = () => Number(look.value("SELECT count(*) FROM stored_file"));

/** Sends the head and the first half of a photo, then the line is dead. */
function breakOff(id: string): Promise<void> {
  const { hostname, port, host } = new URL(server.url);
  const cookie = [...expert.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const head = [
    `PUT ${paths.expert.fieldPhoto(caseId, id, findingId)} HTTP/1.1`,
    ...[`Host: ${host}`, `Origin: ${server.url}`, `Cookie: ${cookie}`, "Content-Type: image/jpeg"],
    `Content-Length: ${photo.length}`,
  ];
  return new Promise((resolve) => {
    const line = connect(Number(port), hostname, () => {
      line.write(`${head.join("\r\n")}\r\n\r\n`);
      line.write(photo.subarray(0, photo.length / 2), () => line.destroy());
    });
    line.on("close", () => resolve());
    line.on("error", () => resolve());
  });
}

describe("a photo on a bad line", () => {
  test("a connection lost in the middle leaves nothing, and sent again it is there once", async () => {
    const id = made("fil");
    const [files, before] = [uploads(), rows()];
    await breakOff(id);
    await breakOff(id);
    // The server answers others meanwhile, so it has seen the line go by now.
    expect((await expert.send(paths.expert.fieldSync(caseId))).status).toBe(200);
    expect(uploads()).toEqual(files);
    expect(rows()).toBe(before);
    expect((await put(id, photo)).status).toBe(201);
    expect((await put(id, photo)).status).toBe(200);
    expect(uploads()).toEqual([...files, id].sort());
    expect(rows()).toBe(before + 1);
    const opening: FieldOpening = await (await expert.send(paths.expert.fieldSync(caseId))).json();
    expect(opening.state.photos.filter((known) => known.id === id)).toHaveLength(1);
  });

  test("what is no photo is refused with its reason and leaves nothing", async () => {
    const [files, before] = [uploads(), rows()];
    const executable = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(5000, 1)]);
    const polyglot = Buffer.concat([photo, Buffer.from("PK\u0003\u0004")]);
    for (const [body, reason] of [
      [executable, "not_an_image"],
      [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "not_an_image"],
      [polyglot, "not_an_image"],
    ] as const) {
      const answer = await put(made("fil"), body);
      expect([answer.status, await answer.json()]).toEqual([422, { reason }]);
    }
    expect((await put(made("fil"), Buffer.alloc(11 * 1024 * 1024))).status).toBe(413);
    expect((await put("..%2F..%2Fshuzhen.db", photo)).status).toBe(404);
    expect(uploads()).toEqual(files);
    expect(rows()).toBe(before);
  });

  test("a photo is shown inline to its expert alone while the report is a draft", async () => {
    const id = made("fil");
    await put(id, photo);
    const shown = await expert.send(paths.file(id));
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=86400",
    });
    for (const email of ["expert2", "enterprise", "park", "province"]) {
      const other = await as(`${email}@demo.shuzhen.example`);
      expect((await other.send(paths.file(id))).status).toBe(404);
      expect((await put(made("fil"), photo, other)).status).toBe(404);
    }
    expect((await openBrowser(server.url).send(paths.file(id))).status).toBe(302);
  });
});

describe("what a sender may not", () => {
  test("send a form, broken JSON, ids of its own making, or from another site", async () => {
    expect((await sync({ operations: [] }, { "Content-Type": "text/plain" })).status).toBe(415);
    expect((await sync("no object")).status).toBe(400);
    expect((await sync({ operations: [{ id: "1", kind: "remove_photo", key: "x" }] })).status).toBe(400);
    const foreign = { "Content-Type": "application/json", Origin: "https://other.example" };
    expect((await sync({ operations: [] }, foreign)).status).toBe(403);
  });
});

test("the kit's worker may speak with the server, is asked for anew, and reaches no other page", async () => {
  const worker = await expert.send("/expert/field/worker.js");
  expect(worker.headers.get("Content-Security-Policy")).toContain("connect-src 'self'");
  expect(worker.headers.get("Cache-Control")).toBe("no-cache");
  expect(worker.headers.get("Service-Worker-Allowed")).toBeNull();
});

test("without JavaScript the kit leads to the ordinary pages", async () => {
  const page = await expert.get(paths.expert.field(caseId));
  expect(page.heading).toBe("现场工具");
  expect((await page.follow("现场评测")).path).toBe(paths.expert.assessment(caseId));
});

test("signing out with something unsent asks first; then it erases what the browser keeps", async () => {
  const browser = await as("expert@demo.shuzhen.example");
  const userId = look.value("SELECT id FROM user WHERE email = ?", "expert@demo.shuzhen.example");
  browser.cookies.set("field", `${userId}.3`);
  const asked = await (await browser.get("/expert")).submit("退出", {}, "header");
  expect([asked.path, asked.has("本机还有 3 项没有发送")]).toEqual(["/expert/field", true]);
  const left = await browser.send(paths.logout(), { method: "POST", body: new URLSearchParams({ intent: "erase" }) });
  expect(left.headers.get("Clear-Site-Data")).toBe('"storage"');
  expect([...browser.cookies.keys()]).not.toContain("field");
  expect((await browser.get("/expert")).path).toContain("/login");
});
