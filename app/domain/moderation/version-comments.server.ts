/**
 * What moderators say about single fields of a version. While it waits, a moderator's notes are that moderator's alone; they
 * become points when the same moderator sends the version back, and stay open until a moderator says that they are settled.
 */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solutionVersion } from "#db/schema/catalogue.server";
import { user } from "#db/schema/identity.server";
import { decision, versionComment } from "#db/schema/moderation.server";
import type { Reader, Writer } from "#db/store.server";
import { solutionFields, type SolutionField } from "~/domain/catalogue/solution-sections";
import type { ProviderMember } from "~/domain/identity/actor";
import type { Moderator } from "./fence.server";

export type Notes = Partial<Record<SolutionField, string>>;

/** The moderator's own notes on a version, by field. */
export async function notesOf(db: Reader, moderator: Moderator, versionId: string): Promise<Notes> {
  const rows = await db
    .select({ field: versionComment.field, text: versionComment.text })
    .from(versionComment)
    .where(isOwnNote(moderator, versionId));
  return Object.fromEntries(rows.map(({ field, text }) => [field, text]));
}

/**
 * Keeps the moderator's notes on a version, one a field; an empty one is taken out, a field not named stays as it is.
 * The caller has fenced the version and seen that it waits. Writes version_comment.
 */
export async function keepNotes(tx: Writer, moderator: Moderator, versionId: string, notes: Notes): Promise<void> {
  const kept = await notesOf(tx, moderator, versionId);
  for (const field of solutionFields) {
    const text = notes[field];
    if (text === undefined || text === (kept[field] ?? "")) continue;
    await tx.delete(versionComment).where(and(isOwnNote(moderator, versionId), eq(versionComment.field, field)));
    if (text === "") continue;
    const id = newId("vcm");
    await tx.insert(versionComment).values({ id, versionId, field, text, byUserId: moderator.userId, at: Date.now() });
  }
}

export type Point = {
  id: string;
  field: SolutionField;
  text: string;
  at: number;
  versionId: string;
  versionNumber: number;
  by: string;
};

/** The open points of a solution, oldest first: notes that were sent and are not yet settled. The caller has fenced the solution. */
export async function openPoints(db: Reader, solutionId: string): Promise<Point[]> {
  return pointsWhere(db, solutionId);
}

/** The same for the owner of the solution, without whose they are. Nothing when it is another's. */
export async function pointsForOwner(db: Reader, member: ProviderMember, solutionId: string) {
  const points = await pointsWhere(db, solutionId, member.organisationId);
  return points.map(({ by: _by, ...point }) => point);
}

/** Marks points of a solution as settled; those of other solutions and settled ones stay as they are. Writes version_comment. */
export async function settlePoints(
  tx: Writer,
  moderator: Moderator,
  solutionId: string,
  isSettled: (point: Point) => boolean,
): Promise<void> {
  const ids = (await openPoints(tx, solutionId)).filter(isSettled).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(versionComment)
    .set({ resolvedAt: Date.now(), resolvedByUserId: moderator.userId })
    .where(inArray(versionComment.id, ids));
}

function isOwnNote(moderator: Moderator, versionId: string) {
  return and(eq(versionComment.versionId, versionId), eq(versionComment.byUserId, moderator.userId));
}

/** A note was sent when its writer decided on that version, and not in its favour. */
const isSent = and(
  eq(decision.versionId, versionComment.versionId),
  eq(decision.byUserId, versionComment.byUserId),
  inArray(decision.decision, ["changes_requested", "rejected"]),
);

async function pointsWhere(db: Reader, solutionId: string, providerId?: string): Promise<Point[]> {
  const rows = await db
    .selectDistinct({
      id: versionComment.id,
      field: versionComment.field,
      text: versionComment.text,
      at: versionComment.at,
      versionId: versionComment.versionId,
      versionNumber: solutionVersion.number,
      by: user.name,
    })
    .from(versionComment)
    .innerJoin(solutionVersion, eq(solutionVersion.id, versionComment.versionId))
    .innerJoin(decision, isSent)
    .innerJoin(user, eq(user.id, versionComment.byUserId))
    .where(
      and(
        eq(solutionVersion.solutionId, solutionId),
        isNull(versionComment.resolvedAt),
        providerId === undefined ? undefined : eq(decision.providerId, providerId),
      ),
    )
    .orderBy(asc(versionComment.at), asc(versionComment.id));
  return rows.flatMap(({ field, ...row }) => {
    const known = solutionFields.find((each) => each === field);
    return known ? [{ ...row, field: known }] : [];
  });
}
