/** What moderators decided about the providers and solutions of the world, so that every state has its history. */
import { into } from "#db/seed/rows.server";
import { decision } from "#db/schema/moderation.server";
import type { ModerationDecision, ModerationReason } from "#db/vocabulary/moderation";
import type { Random } from "./random";
import { moderationTexts } from "./texts/provider-texts";
import type { DemoProvider, World } from "./world";

const HOUR_MS = 3_600_000;

export type Said = { reason: ModerationReason; text: string };

/** A reason with words that fit it. */
export function reasonFor(
  random: Random,
  among: readonly ModerationReason[] = ["incomplete", "unclear", "price_unclear", "credentials_missing", "other"],
): Said {
  const reason = random.pick(among);
  return { reason, text: random.pick(moderationTexts[reason] ?? ["请按要求修改后再提交。"]) };
}

/** The decisions that lead to a state, in order; the negative ones carry the reason. */
const toProvider: Record<string, ModerationDecision[]> = {
  open: ["approved"],
  pending_approval: [],
  changes_requested: ["changes_requested"],
  suspended: ["approved", "suspended"],
  terminated: ["approved", "suspended", "terminated"],
  rejected: ["rejected"],
};

const toSolution: Record<string, ModerationDecision[]> = {
  published: ["approved"],
  withdrawn: ["approved"],
  archived: ["approved"],
  suspended: ["approved", "suspended"],
  changes_requested: ["changes_requested"],
  rejected: ["rejected"],
};

export type SolutionSeen = {
  id: string;
  versionId: string;
  status: string;
  submittedAt: number;
  decidedAt: number | null;
};

export function addDecision(world: World) {
  const add = into(world.writer, decision);
  function write(
    decisions: ModerationDecision[],
    said: Said,
    row: {
      subjectKind: "provider" | "solution";
      subjectId: string;
      owner: DemoProvider;
      versionId: string | null;
      from: number;
      spacing: number;
    },
  ) {
    decisions.forEach((word, index) => {
      const at = row.from + index * row.spacing;
      const isNegative = word !== "approved" && word !== "restored";
      add({
        id: world.id("dec", at),
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        providerId: row.owner.id,
        versionId: row.versionId,
        seenEdit: 1,
        decision: word,
        reason: isNegative ? said.reason : null,
        text: isNegative ? said.text : "",
        byUserId: world.staffOf.get(row.owner.parkSlug) ?? "",
        at,
      });
    });
  }
  return {
    provider(one: DemoProvider, submittedAt: number, said: Said): void {
      const from = one.approvedAt ?? submittedAt + 20 * HOUR_MS;
      const spacing = Math.max(HOUR_MS, Math.min(200 * 24 * HOUR_MS, (world.now - from) / 3));
      write(toProvider[one.status] ?? [], said, {
        subjectKind: "provider",
        subjectId: one.id,
        owner: one,
        versionId: null,
        from,
        spacing,
      });
    },
    solution(one: SolutionSeen, owner: DemoProvider, said: Said): void {
      const from = one.decidedAt ?? one.submittedAt + 20 * HOUR_MS;
      const spacing = Math.max(HOUR_MS, Math.min(120 * 24 * HOUR_MS, (world.now - from) / 3));
      write(toSolution[one.status] ?? [], said, {
        subjectKind: "solution",
        subjectId: one.id,
        owner,
        versionId: one.versionId,
        from,
        spacing,
      });
    },
  };
}
