/** Several items of the queue at once: what was ticked, as the moderator saw it. Client-safe. */
import { z } from "zod";
import { moderationReasons } from "#db/vocabulary/moderation";
import { codes, oneOf, paragraph } from "~/domain/fields";

export const MOST_AT_ONCE = 50;

export type Ticked =
  | { kind: "provider"; id: string; seenEdit: number }
  | { kind: "solution"; id: string; versionId: string; seenEdit: number };

const WORD = /^(?:provider\.(\w{1,40})|solution\.(\w{1,40})\.(\w{1,40}))\.(\d{1,9})$/;

/** `provider.<id>.<edit>` or `solution.<id>.<version>.<edit>`; null for anything else. */
export function tickedOf(word: string): Ticked | null {
  const [, providerId, solutionId, versionId, edit] = WORD.exec(word) ?? [];
  if (providerId) return { kind: "provider", id: providerId, seenEdit: Number(edit) };
  return solutionId && versionId ? { kind: "solution", id: solutionId, versionId, seenEdit: Number(edit) } : null;
}

const ticked = codes(MOST_AT_ONCE, 1).pipe(z.array(z.string().refine((word) => tickedOf(word) !== null, "form:wrong")));

export const BulkApprovalForm = z.object({ items: ticked });
export const BulkReturnForm = z.object({ items: ticked, reason: oneOf(moderationReasons), text: paragraph(2000, 4) });
export type BulkReturn = z.output<typeof BulkReturnForm>;
