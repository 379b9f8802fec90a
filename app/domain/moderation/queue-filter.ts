/** Which of what waits a moderator looks at; the words of the address. Client-safe. */
import { promised } from "./promise";
import { REVIEW_DAYS } from "./promise-days";

export type QueueFilter = {
  kind: "provider" | "solution" | null;
  /** Never decided on before, or handed in again. */
  round: "new" | "again" | null;
  late: boolean;
  warned: boolean;
};

export const NO_FILTER: QueueFilter = { kind: null, round: null, late: false, warned: false };

/** Reads a query; unknown values are no filter. */
export function queueFilter(query: URLSearchParams): QueueFilter {
  const [kind, round] = [query.get("kind"), query.get("round")];
  return {
    kind: kind === "provider" || kind === "solution" ? kind : null,
    round: round === "new" || round === "again" ? round : null,
    late: query.get("late") === "1",
    warned: query.get("warned") === "1",
  };
}

/** The same as parameters, without what is not asked. */
export function queueParams({ kind, round, late, warned }: QueueFilter) {
  return { kind, round, late: late ? "1" : null, warned: warned ? "1" : null };
}

type Waiting = { kind: "provider" | "solution"; isAgain: boolean; submittedAt: number };

/** All but the warnings, which cost more to find. */
export function isAsked({ kind, round, late }: QueueFilter, item: Waiting, now: number): boolean {
  if (kind !== null && item.kind !== kind) return false;
  if (round !== null && item.isAgain !== (round === "again")) return false;
  return !late || promised(item.submittedAt, REVIEW_DAYS, now).lateDays > 0;
}
