/** Writes what the desk of moderation starts from: sentences for a reason, and words that make a moderator look twice. */
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { z } from "zod";
import { cannedReason, riskyWord } from "../schema/moderation.server";
import { moderationReasons } from "../vocabulary/moderation";

const text = z.string().trim().min(1);

export const ModerationFile = z.object({
  about: z.string(),
  trust: z.string(),
  reasons: z.array(
    z.object({ id: z.string().regex(/^can_\w+$/), reason: z.enum(moderationReasons), zh: text, en: text }),
  ),
  /** As the search folds them: lower case, plain width. */
  words: z.array(z.object({ word: text.max(40), note: z.string() })),
});

/** Adds what is new. What the province changed or struck out stays as it is. */
export function writeModeration(
  tx: BetterSQLite3Database,
  { reasons, words }: z.infer<typeof ModerationFile>,
  now: number,
): void {
  tx.insert(cannedReason)
    .values(reasons.map(({ id, reason, zh, en }) => ({ id, reason, textZh: zh, textEn: en, updatedAt: now })))
    .onConflictDoNothing()
    .run();
  tx.insert(riskyWord)
    .values(words.map((row) => ({ ...row, updatedAt: now })))
    .onConflictDoNothing()
    .run();
}
