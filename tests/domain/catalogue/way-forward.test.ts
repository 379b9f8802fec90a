import { expect, test } from "vitest";
import { ownersTask, wayForward, type Situation } from "~/domain/catalogue/way-forward";

const published: Situation = {
  status: "published",
  newestVersion: "current",
  missing: 0,
  isWaiting: false,
  providerStatus: "open",
};

test.each([
  [{}, "shown"],
  [{ status: "withdrawn" }, "hidden"],
  [{ status: "suspended" }, "suspended"],
  [{ status: "suspended", newestVersion: "draft" }, "ready"],
  [{ newestVersion: "changes_requested" }, "changes"],
  [{ newestVersion: "rejected" }, "changes"],
  [{ newestVersion: "submitted", isWaiting: true }, "waiting"],
  [{ newestVersion: "draft", isWaiting: true }, "ready"],
  [{ status: "draft", newestVersion: "draft", missing: 3 }, "incomplete"],
  [{ status: "draft", newestVersion: "draft", providerStatus: "pending_approval" }, "provider"],
  [{ status: "changes_requested", newestVersion: "changes_requested" }, "changes"],
  [{ status: "rejected", newestVersion: "rejected" }, "rejected"],
  [{ status: "archived", newestVersion: "draft", missing: 3 }, "archived"],
] satisfies [Partial<Situation>, string][])("%o: %s", (change, way) => {
  expect(wayForward({ ...published, ...change })).toBe(way);
});

test.each([
  ["published", "current", null, null],
  ["published", "submitted", 1, null],
  ["published", "changes_requested", null, "changes_requested"],
  ["published", "rejected", null, "changes_requested"],
  ["submitted", "draft", 1, "draft"],
  ["suspended", "current", null, "suspended"],
  ["suspended", "submitted", 1, null],
  ["archived", "draft", null, null],
  ["rejected", "rejected", null, null],
] as const)(
  "a %s solution with a %s version waiting since %s asks its owner for %s",
  (status, versionStatus, submittedAt, task) => {
    expect(ownersTask({ status, versionStatus, submittedAt })).toBe(task);
  },
);
