import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { invitation, user } from "#db/schema/identity.server";
import { journalEntry } from "#db/schema/support.server";
import { alias } from "#db/kit.server";
import type { Reader } from "#db/store.server";
import { qualificationCriteria, type QualificationCriterion } from "#db/vocabulary/catalogue";
import type { OrganisationMember } from "./members.server";
import { isTeamAction, teamActions, type TeamAction } from "./team-actions";

const PAGE = 50;
const person = alias(user, "person");

export type LogLine = {
  id: number;
  at: number;
  action: TeamAction;
  /** Who did it; null: the system, or staff, whose names are not the organisation's business. */
  by: string | null;
  /** Of whom it speaks: a member's name, or the address that was invited. */
  of: string | null;
  role: string | null;
  criterion: QualificationCriterion | null;
};

/**
 * What changed in the member's own organisation: people, papers and the park's verdicts on them; newest first, fifty a page before the number
 * `before`. From the journal; of other organisations there is nothing.
 */
export async function teamLog(
  db: Reader,
  member: OrganisationMember,
  before: number | null,
): Promise<{ lines: LogLine[]; next: number | null }> {
  const rows = await db
    .select({
      id: journalEntry.id,
      at: journalEntry.at,
      action: journalEntry.action,
      by: user.name,
      byOrganisationId: journalEntry.actorOrganisationId,
      memberName: person.name,
      invited: invitation.email,
      before: journalEntry.before,
      after: journalEntry.after,
    })
    .from(journalEntry)
    .leftJoin(user, eq(user.id, journalEntry.actorUserId))
    .leftJoin(person, eq(person.id, journalEntry.subjectId))
    .leftJoin(invitation, eq(invitation.id, journalEntry.subjectId))
    .where(
      and(
        eq(journalEntry.ownerOrganisationId, member.organisationId),
        inArray(journalEntry.action, [...teamActions]),
        before === null ? undefined : lt(journalEntry.id, before),
      ),
    )
    .orderBy(desc(journalEntry.id))
    .limit(PAGE + 1);
  const lines = rows.slice(0, PAGE).flatMap((row): LogLine[] => {
    if (!isTeamAction(row.action)) return [];
    const said = row.after ?? row.before ?? {};
    return [
      {
        ...{ id: row.id, at: row.at, action: row.action, of: row.memberName ?? row.invited },
        by: row.byOrganisationId === member.organisationId ? row.by : null,
        role: wordIn(said, "role"),
        criterion: qualificationCriteria.find((each) => each === said["criterion"]) ?? null,
      },
    ];
  });
  return { lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
}

function wordIn(said: Record<string, unknown>, name: string): string | null {
  const value = said[name];
  return typeof value === "string" ? value : null;
}
