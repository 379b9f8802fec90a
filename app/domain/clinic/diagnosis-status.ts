/** The workflow of a diagnosis case as one pure table: the server obeys it and the screens draw their buttons from it. */
import type { DiagnosisReason, DiagnosisStatus } from "#db/vocabulary/clinic";

export type DiagnosisRole = "enterprise" | "park" | "expert" | "city" | "province";

export type DiagnosisMove = {
  from: DiagnosisStatus;
  to: DiagnosisStatus;
  by: readonly DiagnosisRole[];
  /** Not empty: a negative step, which carries one of these reasons. */
  reasons: readonly DiagnosisReason[];
};

/** The steps of a case that goes well, in order: the case line. */
export const caseLine = [
  "submitted",
  "accepted",
  "assigned",
  "scheduled",
  "on_site",
  "report_draft",
  "report_review",
  "reported",
  "confirmed",
  "closed",
] as const satisfies readonly DiagnosisStatus[];

export const endedStatuses = [
  "closed",
  "declined",
  "withdrawn",
  "cancelled",
] as const satisfies readonly DiagnosisStatus[];

/** Somebody still has to act; an enterprise has at most one such case. */
export const openStatuses = [
  "submitted",
  "changes_requested",
  "accepted",
  "assigned",
  "scheduled",
  "on_site",
  "report_draft",
  "report_review",
  "reported",
  "confirmed",
] as const satisfies readonly DiagnosisStatus[];

const withdrawReasons = ["no_longer_needed", "other_support_found", "other"] as const;
/** Why an agreed visit is moved. */
export const rescheduleReasons = [
  "time_unsuitable",
  "production_peak",
  "expert_unavailable",
  "enterprise_unreachable",
  "other",
] as const;
const cancelReasons = ["enterprise_unreachable", "no_longer_needed", "conflict_of_interest", "other"] as const;

const forward = (from: DiagnosisStatus, to: DiagnosisStatus, ...by: DiagnosisRole[]): DiagnosisMove => ({
  from,
  to,
  by,
  reasons: [],
});

const withdrawableFrom = ["submitted", "changes_requested", "accepted", "assigned", "scheduled"] as const;
/** A request that was not accepted yet is declined by its park; only the province steps in over the park's head. */
const cancellableByParkFrom = [
  "changes_requested",
  "accepted",
  "assigned",
  "scheduled",
  "on_site",
  "report_draft",
  "report_review",
] as const;

export const diagnosisMoves: readonly DiagnosisMove[] = [
  forward("draft", "submitted", "enterprise"),
  forward("draft", "withdrawn", "enterprise"),
  forward("submitted", "accepted", "park"),
  {
    from: "submitted",
    to: "changes_requested",
    by: ["park"],
    reasons: ["information_missing", "evidence_missing", "other"],
  },
  {
    from: "submitted",
    to: "declined",
    by: ["park"],
    reasons: ["not_in_park", "not_manufacturing", "recently_diagnosed", "other"],
  },
  forward("changes_requested", "submitted", "enterprise"),
  forward("accepted", "assigned", "park"),
  forward("assigned", "scheduled", "enterprise", "expert", "park"),
  forward("scheduled", "on_site", "expert"),
  forward("on_site", "report_draft", "expert"),
  forward("report_draft", "report_review", "expert"),
  {
    from: "report_review",
    to: "report_draft",
    by: ["park"],
    reasons: ["report_incomplete", "evidence_missing", "conflict_of_interest", "other"],
  },
  forward("report_review", "reported", "park"),
  forward("reported", "confirmed", "enterprise"),
  forward("confirmed", "closed", "park"),
  ...withdrawableFrom.map((from): DiagnosisMove => ({
    from,
    to: "withdrawn",
    by: ["enterprise"],
    reasons: withdrawReasons,
  })),
  { from: "submitted", to: "cancelled", by: ["province"], reasons: cancelReasons },
  ...cancellableByParkFrom.map((from): DiagnosisMove => ({
    from,
    to: "cancelled",
    by: ["park", "province"],
    reasons: cancelReasons,
  })),
];

type ActRow = {
  act: string;
  at: readonly DiagnosisStatus[];
  by: readonly DiagnosisRole[];
  /** These may only once the broken promise has gone up to them. */
  onceEscalated?: readonly DiagnosisRole[];
};

/**
 * What is done beside the line of moves. It makes a step of its own, from and to the same status; but for a reminder, which
 * leaves the case untouched, for another expert sent while a visit was agreed (`statusAfterReassign`), and for a correction,
 * which takes an issued report back to being written.
 */
export const diagnosisActs = [
  {
    act: "reassign",
    at: ["assigned", "scheduled", "on_site", "report_draft"],
    by: ["park", "city", "province"],
    onceEscalated: ["city", "province"],
  },
  { act: "reschedule", at: ["scheduled"], by: ["enterprise", "expert", "park"] },
  { act: "remind", at: openStatuses, by: ["park", "city", "province"], onceEscalated: ["city", "province"] },
  { act: "object", at: ["reported"], by: ["enterprise"] },
  { act: "answer_objection", at: ["reported"], by: ["park"] },
  { act: "correct", at: ["reported", "confirmed", "closed"], by: ["expert", "park"] },
] as const satisfies readonly ActRow[];

export type DiagnosisAct = (typeof diagnosisActs)[number]["act"];

/** The move from one status to another when this role may make it, else null. */
export function moveOf(from: DiagnosisStatus, to: DiagnosisStatus, role: DiagnosisRole): DiagnosisMove | null {
  return diagnosisMoves.find((move) => move.from === from && move.to === to && move.by.includes(role)) ?? null;
}

/** Everything this role may do with a case in this status. */
export function movesFrom(from: DiagnosisStatus, role: DiagnosisRole): DiagnosisMove[] {
  return diagnosisMoves.filter((move) => move.from === from && move.by.includes(role));
}

/** Whether this role may do it without leaving the status. */
export function mayAct(act: DiagnosisAct, at: DiagnosisStatus, role: DiagnosisRole): boolean {
  return diagnosisActs.some((row) => row.act === act && includes(row.at, at) && includes(row.by, role));
}

/** Whether this role must wait until the broken promise has gone up to it. */
export function isOnceEscalated(act: DiagnosisAct, role: DiagnosisRole): boolean {
  const rows: readonly ActRow[] = diagnosisActs;
  return rows.some((row) => row.act === act && includes(row.onceEscalated ?? [], role));
}

/** Whether this role may send an expert to a case in this status, or another one. */
export function maySendExpert(at: DiagnosisStatus, role: DiagnosisRole): boolean {
  return moveOf(at, "assigned", role) !== null || mayAct("reassign", at, role);
}

/** What was agreed with the expert who is replaced is agreed anew with the next; work that has begun goes on. */
export function statusAfterReassign(at: DiagnosisStatus): DiagnosisStatus {
  return at === "accepted" || at === "scheduled" ? "assigned" : at;
}

/** Whether somebody still has to act. */
export function isOpen(status: DiagnosisStatus): boolean {
  return includes(openStatuses, status);
}

/** Whether nobody has to act any more; a draft is neither open nor ended. */
export function isEnded(status: DiagnosisStatus): boolean {
  return includes(endedStatuses, status);
}

/** Whether the case was given up before its end. */
export function isLaidDown(status: DiagnosisStatus): boolean {
  return isEnded(status) && status !== "closed";
}

function includes<T extends string>(list: readonly T[], word: string): boolean {
  return list.some((item) => item === word);
}
