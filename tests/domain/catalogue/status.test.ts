import { expect, test } from "vitest";
import { providerStatuses, solutionStatuses, versionStatuses } from "#db/vocabulary/catalogue";
import { isProviderClosed, mayMoveProvider, providerSteps } from "~/domain/catalogue/provider-status";
import { isSolutionEditable, mayMoveSolution, solutionSteps } from "~/domain/catalogue/solution-status";
import { mayMoveVersion, versionSteps } from "~/domain/catalogue/version-status";

type Step = { from: string; to: string };

/** Every status a walk from `start` can reach, by anybody. */
function reached(start: string, steps: readonly Step[]): Set<string> {
  const found = new Set([start]);
  for (const at of found) for (const step of steps) if (step.from === at) found.add(step.to);
  return found;
}

test("every status can be reached from the first one", () => {
  expect(reached("pending_approval", providerSteps)).toEqual(new Set(providerStatuses));
  expect(reached("draft", solutionSteps)).toEqual(new Set(solutionStatuses));
  expect(reached("draft", versionSteps)).toEqual(new Set(versionStatuses));
});

test("any solution can be archived, and nothing leaves the archive", () => {
  for (const from of solutionStatuses) expect(mayMoveSolution("owner", from, "archived")).toBe(from !== "archived");
  expect(reached("archived", solutionSteps)).toEqual(new Set(["archived"]));
});

test("owners hide and show, staff take down and put back, and neither does the other's step", () => {
  expect(mayMoveSolution("owner", "published", "withdrawn")).toBe(true);
  expect(mayMoveSolution("owner", "withdrawn", "published")).toBe(true);
  expect(mayMoveSolution("staff", "published", "withdrawn")).toBe(false);
  expect(mayMoveSolution("staff", "withdrawn", "published")).toBe(false);
  expect(mayMoveSolution("staff", "published", "suspended")).toBe(true);
  expect(mayMoveSolution("staff", "suspended", "published")).toBe(true);
  expect(mayMoveSolution("owner", "suspended", "published")).toBe(false);
});

test("an owner approves nothing", () => {
  for (const from of providerStatuses) expect(mayMoveProvider("owner", from, "open")).toBe(false);
  for (const from of versionStatuses) expect(mayMoveVersion("owner", from, "current")).toBe(false);
  expect(mayMoveSolution("owner", "submitted", "published")).toBe(false);
});

test("a submitted version never becomes a draft again", () => {
  for (const from of versionStatuses) {
    expect(mayMoveVersion("owner", from, "draft")).toBe(false);
    expect(mayMoveVersion("staff", from, "draft")).toBe(false);
  }
});

test("every negative step needs a reason code, restoring needs words", () => {
  const negative = ["changes_requested", "rejected", "suspended", "terminated"];
  for (const step of [...providerSteps, ...solutionSteps, ...versionSteps]) {
    const expected = negative.includes(step.to)
      ? "code"
      : step.from === "suspended" && step.by === "staff"
        ? "words"
        : "none";
    expect(step.reason).toBe(expected);
  }
});

test("what was refused or ended is closed", () => {
  expect(providerStatuses.filter(isProviderClosed)).toEqual(["terminated", "rejected"]);
  expect(solutionStatuses.filter((status) => !isSolutionEditable(status))).toEqual(["rejected", "archived"]);
});
