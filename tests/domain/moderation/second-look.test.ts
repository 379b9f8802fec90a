import { expect, test } from "vitest";
import { secondLook, type Past } from "~/domain/moderation/second-look";

const past = (...words: string[]): Past[] =>
  words.map((word) => {
    const [decision = "approved", byUserId = "a"] = word.split(" ");
    return { decision: decision as Past["decision"], byUserId };
  });

test.each([
  [[], 0, null],
  [["changes_requested a"], 1, null],
  [["changes_requested b", "changes_requested a"], 2, "b"],
  [["changes_requested a", "changes_requested a", "changes_requested b"], 3, "a"],
  // An approval begins a new round.
  [["changes_requested a", "approved b", "changes_requested a"], 1, null],
  [["approved b", "changes_requested a", "changes_requested a"], 0, null],
  // Taking down and putting back are no review.
  [["changes_requested a", "suspended c", "changes_requested b"], 2, "a"],
])("%j: returned %i times, not by %s", (words, returned, notBy) => {
  expect(secondLook(past(...words))).toEqual({ returned, notBy });
});
