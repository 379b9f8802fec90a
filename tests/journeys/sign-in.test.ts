import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../world/browse";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ demo: "none" });
});

afterAll(() => server.stop());

test("a wrong password is refused with one sentence, and the name stays typed", async () => {
  const login = await openBrowser(server.url).get("/login");
  const answer = await login.submit("登录", { name: "nobody@example.cn", password: "Wrong-2025" }, "form#login");
  expect(answer.status).toBe(422);
  expect(answer.has("账号或密码不正确")).toBe(true);
  expect(answer.$("input[name=name]").attr("value")).toBe("nobody@example.cn");
  expect(answer.html).not.toContain("Wrong-2025");
});
