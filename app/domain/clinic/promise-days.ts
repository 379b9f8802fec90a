/** What is promised, in working days: product defaults, since no published deadline exists. Client-safe and small. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";

/** Working days promised, and the statuses during which the clock runs. */
export const promises = {
  accept: { days: 3, runs: ["submitted"] },
  assign: { days: 2, runs: ["accepted"] },
  visit: { days: 10, runs: ["assigned", "scheduled"] },
  report: { days: 5, runs: ["on_site", "report_draft", "report_review"] },
  confirm: { days: 5, runs: ["reported"] },
  /** Of the park to an objection; runs while the other stands still. */
  answer: { days: 5, runs: [] },
} as const satisfies Record<string, { days: number; runs: readonly DiagnosisStatus[] }>;

export type PromiseName = keyof typeof promises;
