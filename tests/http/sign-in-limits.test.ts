import { expect, test } from "vitest";
import { isSignInSlowedDown, noteFailedSignIn } from "~/http/sign-in-limits.server";

test("every spelling of a number counts as the same account", async () => {
  const spellings = ["13900000001", "139 0000 0001", "139-0000-0001", "+86 13900000001"];
  for (let i = 0; i < 10; i++) await noteFailedSignIn(spellings[i % 4] ?? "");
  expect(await isSignInSlowedDown("1-3-9-0-0-0-0-0-0-0-1")).toBe(true);
  expect(await isSignInSlowedDown("13900000002")).toBe(false);
});
