/** Where a case stands on the line of its steps. Client-safe. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { caseLine } from "./diagnosis-status";

export type EndedEarly = "declined" | "withdrawn" | "cancelled";

export type LinePosition = {
  /** Index in `caseLine`; -1 for a draft. */
  at: number;
  /** How a case that did not reach the end of the line ended. */
  endedAs: EndedEarly | null;
};

const endedEarly: readonly EndedEarly[] = ["declined", "withdrawn", "cancelled"];

/** The present step of a case; one that ended early stays at the last step it had reached. */
export function positionOf(status: DiagnosisStatus, steps: readonly { toStatus: DiagnosisStatus }[]): LinePosition {
  const endedAs = endedEarly.find((ended) => ended === status) ?? null;
  if (endedAs === null) return { at: indexOf(status), endedAs };
  const reached = steps.map(({ toStatus }) => indexOf(toStatus)).filter((index) => index >= 0);
  return { at: reached.at(-1) ?? 0, endedAs };
}

/** A request that was sent back stands where it was handed in. */
function indexOf(status: DiagnosisStatus): number {
  return caseLine.findIndex((step) => step === (status === "changes_requested" ? "submitted" : status));
}
