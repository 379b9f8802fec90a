/** An enterprise shares parts of its report, sees who read it, takes it back; and a park's group request from invitation to quote. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookInto, type Look } from "../world/database";
import { findObjects, type Objects } from "../world/access-objects";
import type { Browser } from "../world/browse";
import { signInRoles, type Role } from "../world/roles";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;
let browsers: Record<Role, Browser>;
let look: Look;
let it: Objects;

beforeAll(async () => {
  server = await startServer();
  browsers = await signInRoles(server, ["enterprise", "provider", "provider2", "park", "park2"]);
  // The matrix needs an open questionnaire to find its objects.
  await browsers.enterprise.send("/enterprise/assessments", { method: "POST", body: new URLSearchParams() });
  look = lookInto(server.dataDir);
  it = findObjects(look);
}, 180_000);

afterAll(async () => {
  look.close();
  await server.stop();
});

test("what is shared is read, noted and taken back at once", async () => {
  const { enterprise, provider, provider2 } = browsers;
  const sharing = `/enterprise/diagnoses/${it.ownCase}/report/sharing`;
  const page = await enterprise.get(sharing);
  expect(page.has("已给出的授权")).toBe(true);

  const refused = await page.submit("授权", { sections: [], until: "2099-01-01" }, "form#give");
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("2099-01-01");

  const far = await page.submit("授权", { provider: it.provider, until: "2099-01-01" }, "form#give");
  expect([far.status, far.has("请选择今天起一年之内的日期")]).toEqual([409, true]);

  const given = await page.submit("授权", { provider: it.provider, sections: ["findings"] }, "form#give");
  expect(given.has("已授权，服务商会收到通知")).toBe(true);
  const consent = look.value(
    "SELECT id FROM consent WHERE providerId = ? AND withdrawnAt IS NULL AND enterpriseId = ?",
    ...[it.provider, it.enterprise],
  );
  const address = `/provider/reports/${consent}`;
  const read = await provider.get(address);
  expect(read.status).toBe(200);
  expect([read.has("问题清单"), read.has("改造建议"), read.has("一看就懂"), read.has("实施路线图")]).toEqual([
    ...[true, false, false, false],
  ]);
  expect((await provider2.get(address)).status).toBe(404);
  await provider.get(address);
  const entries = "SELECT count(*) FROM access_entry WHERE consentId = ?";
  expect(look.value(entries, consent)).toBe("1");
  expect((await enterprise.get("/enterprise/access")).has("依据您")).toBe(true);

  const name = look.value("SELECT name FROM organisation WHERE id = ?", it.provider);
  const after = await (await enterprise.get(sharing)).submit(`收回授权${name}`);
  expect(after.has("已收回，对方现在看不到了")).toBe(true);
  expect((await provider.get(address)).status).toBe(404);
  expect(look.value(entries, consent)).toBe("1");
});

test("a group request goes from invitation to enquiries that only their own sides see", async () => {
  const { enterprise, park, park2, provider } = browsers;
  const { id = "" } = it.group("open");
  const invited = await enterprise.get(`/enterprise/groups/${id}`);
  expect(invited.has("服务商会看到什么")).toBe(true);
  expect((await invited.submit("同意并参加")).has("您已参加")).toBe(true);

  const slug = look.value("SELECT slug FROM solution WHERE id = ?", it.secondShown);
  const page = await park.get(`/park/groups/${id}?solution=${slug}`);
  const sent = await page.submit("发给服务商", {}, "form#send");
  expect(sent.has("已发给服务商")).toBe(true);
  expect((await park2.get(`/park/groups/${id}`)).status).toBe(404);

  const enquiry = look.value("SELECT id FROM enquiry WHERE groupId = ? LIMIT 1", id);
  const seen = await provider.get(`/provider/enquiries/${enquiry}`);
  expect(seen.has("这项咨询属于园区牵头的联合询价")).toBe(true);
  expect((await enterprise.get(`/enterprise/groups/${id}`)).has("已发给服务商")).toBe(true);
});
