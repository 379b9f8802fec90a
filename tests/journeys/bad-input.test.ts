/** Wrong input: each gets its status and a sentence at its place, keeps what was typed, and changes nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { madeCreditCode } from "../../cli/demo/credit-codes";
import { findObjects, type Objects } from "../world/access-objects";
import { openBrowser, type Browser, type Page } from "../world/browse";
import { lookInto, type Look } from "../world/database";
import { signInRoles, type Role } from "../world/roles";
import { startServer, type TestServer } from "../world/server";
import { HOME, PASSWORD, registerAs } from "../world/story";

let server: TestServer;
let browsers: Record<Role, Browser>;
let look: Look;
let objects: Objects;

beforeAll(async () => {
  server = await startServer();
  browsers = await signInRoles(server, ["enterprise", "enterprise2", "provider", "provider2"]);
  await browsers.enterprise.send("/enterprise/assessments", { method: "POST", body: new URLSearchParams() });
  look = lookInto(server.dataDir);
  objects = findObjects(look);
});

afterAll(async () => {
  look.close();
  await server.stop();
});

const newcomer = {
  organisationName: "小蓝甘棠模具有限公司",
  creditCode: madeCreditCode(900_101),
  name: "宋甘棠",
  email: "gantang@example.cn",
};

const sentenceAt = (page: Page, field: string): string => page.text(`[id$="-${field}-error"]`);
const typedIn = (page: Page, field: string): string => {
  const control = page.$(`[name="${field}"]`).first();
  return control.is("textarea") ? control.text() : (control.attr("value") ?? "");
};

async function changesNothing(act: () => Promise<void>): Promise<void> {
  const before = look.fingerprint();
  await act();
  expect(look.fingerprint()).toEqual(before);
}

describe("registering", () => {
  const cases = [
    { what: "a wrong credit code", field: "creditCode", typed: "91360100MA0000000X", status: 422, says: "校验位不对" },
    { what: "emoji for a credit code", field: "creditCode", typed: "🏭🏭🏭", status: 422, says: "应为 18 位" },
    { what: "a weak password", field: "password", typed: "12345678", status: 422, says: "太容易被猜到" },
    {
      ...{ what: "a taken e-mail", field: "email", typed: "provider@demo.shuzhen.example" },
      ...{ status: 409, says: "这个邮箱已经注册" },
    },
    { what: "no industry of this name", field: "industry", typed: "炼金术", status: 422, says: "没有找到这个行业" },
    {
      ...{ what: "100,000 characters", field: "organisationName", typed: "长".repeat(100_000) },
      ...{ status: 422, says: "最多 100 个字" },
    },
  ];

  test.each(cases)("$what", async ({ field, typed, status, says }) => {
    await changesNothing(async () => {
      const answer = await registerAs(browsers.visitor, "enterprise", { ...newcomer, [field]: typed });
      expect(answer.status).toBe(status);
      expect(sentenceAt(answer, field)).toContain(says);
      expect(typedIn(answer, "name")).toBe(newcomer.name);
      expect(typedIn(answer, field)).toBe(field === "password" ? "" : typed);
    });
  });

  test("an unknown park, which no form offers", async () => {
    await changesNothing(async () => {
      const fields = { kind: "enterprise", ...newcomer, ...HOME, industry: "C3670", password: PASSWORD, agree: "on" };
      const body = new URLSearchParams({ ...fields, parkSlug: "atlantis" });
      const answer = await browsers.visitor.send("/register?as=enterprise", { method: "POST", body });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("没有这个园区，请重新选择");
    });
  });
});

describe("a solution's price", () => {
  const priceAt = () => `/provider/solutions/${objects.solution("draft").id}/price`;
  const cases = [
    { what: "below zero", fields: { priceMinFen: "-1", priceMaxFen: "" }, field: "priceMinFen", says: "不能小于 0" },
    {
      ...{ what: "that ends below its beginning", field: "priceMaxFen" },
      ...{ fields: { priceMinFen: "900", priceMaxFen: "100" }, says: "最高价格不能低于最低价格" },
    },
    { what: "in words", fields: { priceMinFen: "面议", priceMaxFen: "" }, field: "priceMinFen", says: "请填写金额" },
  ];

  test.each(cases)("$what", async ({ fields, field, says }) => {
    await changesNothing(async () => {
      const answer = await (await browsers.provider.get(priceAt())).submit("保存并返回", fields, "form#price");
      expect(answer.status).toBe(422);
      expect(sentenceAt(answer, field)).toContain(says);
      expect(typedIn(answer, "priceMinFen")).toBe(fields.priceMinFen);
      expect(typedIn(answer, "priceMaxFen")).toBe(fields.priceMaxFen);
    });
  });
});

describe("forms of others, of yesterday, and sent twice", () => {
  test("a form drawn before somebody else saved", async () => {
    const at = `/provider/solutions/${objects.solution("draft").id}/security`;
    const [mine, theirs] = [await browsers.provider.get(at), await browsers.provider.get(at)];
    const saved = await theirs.submit("保存并返回", { security: "机房在南昌" }, "form#security");
    expect(saved.status).toBe(200);
    let conflict = mine;
    await changesNothing(async () => {
      const answer = await mine.submit("保存并返回", { security: "机房在赣州" }, "form#security");
      expect(answer.status).toBe(409);
      expect(answer.has("您填写的都还在。")).toBe(true);
      const both = answer.text("[aria-labelledby=conflict-title]");
      expect([both.includes("机房在南昌"), both.includes("机房在赣州")]).toEqual([true, true]);
      expect(typedIn(answer, "security")).toBe("机房在赣州");
      expect(answer.$("input[name='take.security'][checked]").attr("value")).toBe("mine");
      conflict = answer;
    });
    const merged = await conflict.submit("保存并返回", { security: "机房在南昌和赣州" }, "form#security");
    expect(merged.status).toBe(200);
    expect(typedIn(await browsers.provider.get(at), "security")).toBe("机房在南昌和赣州");
  });

  test("a double click registers once, and both are in", async () => {
    const form = await openBrowser(server.url).get("/register?as=provider");
    const { creditCode } = newcomer;
    const fields = { ...newcomer, ...HOME, providerType: "product", password: PASSWORD, agree: "on" };
    const press = () => form.submit("注册", fields, "form#register");
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ path }) => path)).toEqual(["/provider/onboarding", "/provider/onboarding"]);
    expect(look.value("SELECT count(*) FROM organisation WHERE creditCode = ?", creditCode)).toBe("1");
    const stranger = { creditCode, email: "other@example.cn" };
    const refused = await registerAs(openBrowser(server.url), "provider", { ...newcomer, ...stranger });
    expect(refused.status).toBe(409);
    expect(sentenceAt(refused, "creditCode")).toContain("该统一社会信用代码已经注册");
  });

  test("a double click makes one enquiry", async () => {
    const { slug } = look.row(
      "SELECT slug FROM solution WHERE status = 'published' AND providerId <> ? ORDER BY id",
      objects.provider,
    );
    const form = await browsers.enterprise2.get(`/enterprise/enquiries/new?solution=${slug}`);
    const contact = { contactName: "周", contactPhone: "13979100002", message: "想了解 🏭 车间怎么起步，要多久？" };
    const [first, second] = await Promise.all([
      form.submit("发送咨询", contact, "form#enquiry"),
      form.submit("发送咨询", contact, "form#enquiry"),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.path).toBe(first.path);
    expect(first.has(contact.message)).toBe(true);
    const id = first.path.split("/").at(-1) ?? "";
    expect(look.value("SELECT count(*) FROM enquiry WHERE id = ?", id)).toBe("1");
    expect(look.value("SELECT count(*) FROM notice WHERE kind = 'enquiry.sent' AND href LIKE ?", `%${id}`)).toBe("1");
  });

  test("100,000 characters in a message, kept as typed", async () => {
    const at = `/provider/enquiries/${objects.enquiry("sent")}`;
    await changesNothing(async () => {
      const text = "字".repeat(100_000);
      const answer = await (await browsers.provider.get(at)).submit("发送答复", { text }, "form#form-answer");
      expect(answer.status).toBe(422);
      expect(sentenceAt(answer, "text")).toContain("最多 2000 个字");
      expect(typedIn(answer, "text")).toBe(text);
    });
  });

  test("a page of another site", async () => {
    await changesNothing(async () => {
      for (const [path, role] of [
        ["/login", "visitor"],
        ["/enterprise/assessments", "enterprise"],
      ] as const) {
        const headers = { Origin: "https://elsewhere.example" };
        const answer = await browsers[role].send(path, { method: "POST", body: new URLSearchParams(), headers });
        expect(answer.status).toBe(403);
      }
    });
  });

  test("the id of another organisation", async () => {
    const form = await browsers.enterprise2.get("/enterprise/diagnoses/new");
    const id = form.$("input[name=id]").attr("value");
    expect(id).toMatch(/^dia_/);
    await changesNothing(async () => {
      const body = new URLSearchParams({
        ...{ intent: "submit", id: objects.ownCase, contactName: "周", contactPhone: "13979100002" },
        ...{ need: "换线太慢", scenarios: "planning", suitableTimes: "" },
      });
      const answer = await browsers.enterprise2.send("/enterprise/diagnoses/new", { method: "POST", body });
      expect(answer.status).toBe(409);
      const text = await answer.text();
      expect(text).toContain("这份申请已经提交过了，请刷新页面重新填写。");
      expect(text).toContain("换线太慢");
      const theirs = await browsers.provider2.get(`/provider/solutions/${objects.solution("draft").id}/price`);
      expect(theirs.status).toBe(404);
    });
  });
});
