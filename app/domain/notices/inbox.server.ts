import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { notice } from "#db/schema/support.server";
import type { Reader, Writer } from "#db/store.server";

const PAGE = 30;

/** A reader's notices, newest first, thirty a page before the time `before`. */
export async function noticesOf(db: Reader, userId: string, before: number | null) {
  const rows = await db
    .select({
      id: notice.id,
      kind: notice.kind,
      params: notice.params,
      href: notice.href,
      createdAt: notice.createdAt,
      readAt: notice.readAt,
    })
    .from(notice)
    .where(and(eq(notice.userId, userId), before === null ? undefined : lt(notice.createdAt, before)))
    .orderBy(desc(notice.createdAt))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.createdAt ?? null) : null };
}

/** Marks all of a reader's notices as read. Writes notice. */
export async function markNoticesRead(tx: Writer, userId: string): Promise<void> {
  await tx
    .update(notice)
    .set({ readAt: Date.now() })
    .where(and(eq(notice.userId, userId), isNull(notice.readAt)));
}
