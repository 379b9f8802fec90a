import { expect, test } from "vitest";
import { SignInForm } from "~/domain/identity/sign-in-form";

test("a password is taken as typed: what registration kept, signing in sends", () => {
  const typed = { name: " a@x.cn ", password: " two  blanks\t", to: "" };
  expect(SignInForm.parse(typed)).toEqual({ name: "a@x.cn", password: " two  blanks\t", to: "" });
  expect(SignInForm.safeParse({ name: "a@x.cn" }).success).toBe(false);
});
