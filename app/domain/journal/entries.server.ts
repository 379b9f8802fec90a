import { and, desc, eq, lt } from "drizzle-orm";
import { journalEntry } from "#db/schema/support.server";
import { user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";

const PAGE = 50;

/** The journal, newest first, fifty a page before the number `before`; of one object when `subject` names it. */
export async function journalPage(db: Reader, query: { before: number | null; subjectId: string | null }) {
  const rows = await db
    .select({
      id: journalEntry.id,
      at: journalEntry.at,
      action: journalEntry.action,
      subjectKind: journalEntry.subjectKind,
      subjectId: journalEntry.subjectId,
      actor: user.name,
      before: journalEntry.before,
      after: journalEntry.after,
    })
    .from(journalEntry)
    .leftJoin(user, eq(user.id, journalEntry.actorUserId))
    .where(
      and(
        query.before === null ? undefined : lt(journalEntry.id, query.before),
        query.subjectId === null ? undefined : eq(journalEntry.subjectId, query.subjectId),
      ),
    )
    .orderBy(desc(journalEntry.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}
