import { expect, test } from "vitest";
import { providerDesk } from "~/domain/catalogue/provider-desk.server";
import { ownersTurn, wayForward, type Situation } from "~/domain/catalogue/way-forward";
import { decideOnSolution } from "~/domain/moderation/decisions.server";
import { aDraft, aParkStaff, aProvider, aPublished, aSubmitted, must } from "../../world/market";
import { referenceStore } from "../../world/reference";

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

test("what waits for the park is not the owner's turn", () => {
  expect([{ way: "waiting" as const }, { way: "changes" as const }].flatMap(ownersTurn).map(({ way }) => way)).toEqual([
    "changes",
  ]);
});

test("the desk lists what waits for the owner, the most pressing first, and what is with the park", async () => {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store)];
  const unfinished = await aDraft(store, member, { security: { dataExport: "", security: "" } });
  const ready = await aDraft(store, member);
  const { id: returned, ...seen } = await aSubmitted(store, member);
  const returning = { decision: "changes_requested" as const, reason: "unclear" as const, text: "请写清", ...seen };
  must(await store.write((tx) => decideOnSolution(tx, staff, returned, returning)));
  const waiting = await aSubmitted(store, member);
  await aPublished(store, member, staff);
  const desk = await providerDesk(store.db, member);
  expect(desk?.ownersTurn.map(({ id, way, missing }) => [id, way, missing])).toEqual([
    [returned, "changes", 0],
    [ready, "ready", 0],
    [unfinished, "incomplete", 2],
  ]);
  expect(desk?.withPark.map(({ id }) => id)).toEqual([waiting.id]);
  expect(desk?.publicCount).toBe(1);
  expect(desk?.missingInProfile).toBe(7);
});
