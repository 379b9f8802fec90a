import { expect, test } from "vitest";
import { groupMemberStatuses, groupStatuses } from "#db/vocabulary/clinic";
import { answersOf, groupMoves, isEnough, mayMoveGroup } from "~/domain/projects/group-status";

test("a group request is sent or called off while it is open, and then stays as it is", () => {
  const moves = groupStatuses.flatMap((from) =>
    groupStatuses.filter((to) => mayMoveGroup(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual(["open → sent", "open → closed"]);
});

test("calling off needs a reason", () => {
  expect(groupMoves.filter(({ to }) => to === "closed").every(({ needsReason }) => needsReason)).toBe(true);
});

test("an enterprise may answer and change its mind while the group is open, never later", () => {
  expect(groupMemberStatuses.map((status) => answersOf("open", status))).toEqual([
    ["joined", "declined"],
    ["declined"],
    ["joined"],
  ]);
  expect(
    groupMemberStatuses.flatMap((status) => [...answersOf("sent", status), ...answersOf("closed", status)]),
  ).toEqual([]);
});

test("two are a group", () => {
  expect([0, 1, 2, 3].map(isEnough)).toEqual([false, false, true, true]);
});
