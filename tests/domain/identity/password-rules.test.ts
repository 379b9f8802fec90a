import { expect, test } from "vitest";
import { isWeakPassword } from "~/domain/identity/password-rules";

test.each(["short", "12345678", "ABCDEFGHI", "aaaaaaaaaa", "88888888", "Passw0rd", "zhangsan1"])(
  "%s is weak",
  (password) => {
    expect(isWeakPassword(password, ["zhangsan"])).toBe(true);
  },
);

test.each(["Shuzhen-2025", "a long enough sentence", "我的工厂在小蓝园区", "zhangsan likes tea"])(
  "%s is accepted",
  (password) => {
    expect(isWeakPassword(password, ["zhangsan"])).toBe(false);
  },
);
