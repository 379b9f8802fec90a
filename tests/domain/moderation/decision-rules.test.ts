import { expect, test } from "vitest";
import { providerStatuses, solutionStatuses } from "#db/vocabulary/catalogue";
import { moderationDecisions } from "#db/vocabulary/moderation";
import { ProviderDecisionForm, SolutionDecisionForm } from "~/domain/moderation/decision-form";
import { decisionsOnProvider, decisionsOnSolution, groundsOf } from "~/domain/moderation/decision-rules";

const onProvider = (status: (typeof providerStatuses)[number]) => decisionsOnProvider({ status, submittedAt: 1 });

test("each status of a provider offers the decisions of the workflow and no other", () => {
  expect(Object.fromEntries(providerStatuses.map((status) => [status, onProvider(status)]))).toEqual({
    pending_approval: ["approved", "changes_requested", "rejected"],
    changes_requested: [],
    open: ["suspended"],
    suspended: ["restored", "terminated"],
    terminated: [],
    rejected: [],
  });
});

test("a profile not handed in waits for its owner, not for the park", () => {
  expect(decisionsOnProvider({ status: "pending_approval", submittedAt: null })).toEqual([]);
});

test("a waiting version is decided on whatever the status, a shown solution can be taken down", () => {
  const waiting = ["approved", "changes_requested", "rejected"];
  for (const status of solutionStatuses) {
    const extra = status === "published" ? ["suspended"] : status === "suspended" ? ["restored"] : [];
    expect(decisionsOnSolution({ status, hasWaiting: true })).toEqual([...waiting, ...extra]);
    expect(decisionsOnSolution({ status, hasWaiting: false })).toEqual(extra);
  }
});

test("every decision but an approval says why", () => {
  for (const decision of moderationDecisions) {
    const errors =
      ProviderDecisionForm.safeParse({ decision, seenEdit: "1" }).error?.issues.map((issue) => issue.path[0]) ?? [];
    expect(errors).toEqual({ none: [], words: ["text"], code: ["reason", "text"] }[groundsOf(decision)]);
  }
});

test("a decision on a solution names the version seen", () => {
  const result = SolutionDecisionForm.safeParse({ decision: "approved", seenEdit: "1" });
  expect(result.error?.issues.map((issue) => issue.path[0])).toEqual(["versionId"]);
});
