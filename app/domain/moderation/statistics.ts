/** Sums over decisions. Pure; client-safe. */
import type { ModerationDecision, ModerationSubject } from "#db/vocabulary/moderation";

export type DecidedRow = {
  decision: ModerationDecision;
  subjectKind: ModerationSubject;
  subjectId: string;
  at: number;
  byUserId: string;
  by: string;
  /** YYYY-MM. */
  month: string;
  /** Working days from handing in to the decision; null where that is not known. */
  days: number | null;
};

export type ModeratorFigures = {
  userId: string;
  name: string;
  decided: number;
  medianDays: number | null;
  /** Returned or refused, of what was handed in. */
  returned: number;
  handedIn: number;
  overturned: number;
};

export type MonthFigures = { month: string; decided: number; returned: number; medianDays: number | null };

/** Rows oldest first. Most decisions first. */
export function statisticsOf(rows: readonly DecidedRow[], months: readonly string[]) {
  const takenBack = overturnedOf(rows);
  const byPerson = new Map<string, DecidedRow[]>();
  for (const row of rows) byPerson.set(row.byUserId, [...(byPerson.get(row.byUserId) ?? []), row]);
  const moderators = [...byPerson].map(([userId, own]): ModeratorFigures => ({
    userId,
    name: own[0]?.by ?? "",
    decided: own.length,
    medianDays: medianOf(own.flatMap(({ days }) => days ?? [])),
    returned: own.filter(isReturn).length,
    handedIn: own.filter(isOfHandedIn).length,
    overturned: own.filter((row) => takenBack.has(row)).length,
  }));
  const byMonth = months.map((month): MonthFigures => {
    const own = rows.filter((row) => row.month === month);
    const days = own.flatMap((row) => row.days ?? []);
    return { month, decided: own.length, returned: own.filter(isReturn).length, medianDays: medianOf(days) };
  });
  moderators.sort((a, b) => b.decided - a.decided || (a.userId < b.userId ? -1 : 1));
  return { moderators, months: byMonth };
}

function isReturn({ decision }: DecidedRow): boolean {
  return decision === "changes_requested" || decision === "rejected";
}

function isOfHandedIn(row: DecidedRow): boolean {
  return row.decision === "approved" || isReturn(row);
}

/** An approval that another person suspended, a suspension that another person lifted: the next decision about the same thing. */
function overturnedOf(oldestFirst: readonly DecidedRow[]): Set<DecidedRow> {
  const overturned = new Set<DecidedRow>();
  const last = new Map<string, DecidedRow>();
  for (const row of oldestFirst) {
    const key = `${row.subjectKind} ${row.subjectId}`;
    const before = last.get(key);
    const isOpposite =
      (before?.decision === "approved" && row.decision === "suspended") ||
      (before?.decision === "suspended" && row.decision === "restored");
    if (before && isOpposite && before.byUserId !== row.byUserId) overturned.add(before);
    last.set(key, row);
  }
  return overturned;
}

/** The middle one; of an even number the mean of the two. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
