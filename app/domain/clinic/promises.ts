/**
 * Service promises: how many working days each part of a case may take (product defaults, no published deadline exists),
 * who holds the case, and to whom a broken promise has gone up. Computed when read, never by a job.
 */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { promises, type PromiseName } from "./promise-days";
import { addWorkingDays, shanghaiDay, workingDaysBetween } from "./working-days";

export type Holder = "enterprise" | "park" | "expert" | "city" | "province";
export type Supervisor = "park" | "city" | "province";

const promiseNames = ["accept", "assign", "visit", "report", "confirm"] as const satisfies readonly PromiseName[];

/** A broken promise goes up one office for every so many working days. */
export const ESCALATION_DAYS = 5;

/** Who looks after a late holder, in order. The enterprise owes nobody its confirmation: only the park reminds it. */
const supervisors: Record<Holder, readonly Supervisor[]> = {
  enterprise: ["park"],
  expert: ["park", "city", "province"],
  park: ["city", "province"],
  city: ["province"],
  province: [],
};

const holders: Record<DiagnosisStatus, Holder | null> = {
  draft: "enterprise",
  submitted: "park",
  changes_requested: "enterprise",
  accepted: "park",
  assigned: "expert",
  scheduled: "expert",
  on_site: "expert",
  report_draft: "expert",
  report_review: "park",
  reported: "enterprise",
  confirmed: "park",
  closed: null,
  declined: null,
  withdrawn: null,
  cancelled: null,
};

export type CaseClock = { status: DiagnosisStatus; statusSince: number };
export type CaseStep = { toStatus: DiagnosisStatus; at: number };

export type Where = {
  step: DiagnosisStatus;
  /** Who has to act now; null once the case has ended. */
  holder: Holder | null;
  promise: PromiseName | null;
  /** Promised day; null when nothing is promised or the clock stands still. */
  dueOn: string | null;
  /** Working days past the promise; 0 in time. */
  lateDays: number;
  /** The office a broken promise has gone up to. */
  escalatedTo: Supervisor | null;
  /** The clock stands still because the enterprise owes an answer, or waits for one to its objection. */
  isPaused: boolean;
  /** The enterprise objected to the report and the park has not answered yet. */
  isObjected: boolean;
  /** False when the holidays on the way are not published yet. */
  isDueCertain: boolean;
};

type Span = { status: DiagnosisStatus; isObjected: boolean; from: number; until: number };

/**
 * Where a case stands at a moment. `steps` is its history, oldest first; without any, the clock starts with `statusSince`.
 * An enterprise's own answers stop the clock: what was used of a promise before a pause counts after it.
 */
export function whereIsIt(clock: CaseClock, steps: readonly CaseStep[], now: number): Where {
  const spans = spansOf(clock, steps, now);
  const isObjected = clock.status === "reported" && (spans.at(-1)?.isObjected ?? false);
  const holder = isObjected ? "park" : holders[clock.status];
  const promise = isObjected ? null : promiseOf(clock.status);
  const still = {
    step: clock.status,
    holder,
    isPaused: isObjected || clock.status === "changes_requested",
    isObjected,
  };
  if (!promise) return { ...still, promise, dueOn: null, lateDays: 0, escalatedTo: null, isDueCertain: true };

  const due = dueOf(promise, spans);
  const lateDays = workingDaysBetween(due.day, shanghaiDay(now));
  const escalatedTo = holder === null ? null : escalation(holder, lateDays);
  return { ...still, promise, dueOn: due.day, lateDays, escalatedTo, isDueCertain: due.isCertain };
}

/** Cases that need someone first: late ones by days, then by promised day, then those without a date. */
export function byUrgency(a: Where, b: Where): number {
  return b.lateDays - a.lateDays || (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999");
}

function promiseOf(status: DiagnosisStatus): PromiseName | null {
  return promiseNames.find((name) => runsIn(name, status)) ?? null;
}

function runsIn(name: PromiseName, status: DiagnosisStatus): boolean {
  return promises[name].runs.some((running) => running === status);
}

/** The promised day: all its days, less those used before the last pause, from the day the clock last started. */
function dueOf(promise: PromiseName, spans: Span[]) {
  const isRunning = (span: Span) => runsIn(promise, span.status) && !span.isObjected;
  const lastStop = spans.findLastIndex((span) => !isRunning(span));
  const start = spans[lastStop + 1]?.from ?? 0;
  const used = spans
    .slice(0, lastStop + 1)
    .filter(isRunning)
    .reduce((days, span) => days + workingDaysBetween(shanghaiDay(span.from), shanghaiDay(span.until)), 0);
  return addWorkingDays(shanghaiDay(start), promises[promise].days - used);
}

/** A step from `reported` to itself is an objection, the next one its answer. */
function spansOf(clock: CaseClock, steps: readonly CaseStep[], now: number): Span[] {
  const isWhole = steps.at(-1)?.toStatus === clock.status;
  const history = isWhole ? steps : [...steps, { toStatus: clock.status, at: clock.statusSince }];
  const spans: Span[] = [];
  for (const [index, step] of history.entries()) {
    const before = spans.at(-1);
    const isReply = step.toStatus === "reported" && before?.status === "reported";
    const until = history[index + 1]?.at ?? now;
    spans.push({ status: step.toStatus, isObjected: isReply && !before.isObjected, from: step.at, until });
  }
  return spans;
}

function escalation(holder: Holder, lateDays: number): Supervisor | null {
  if (lateDays === 0) return null;
  const chain = supervisors[holder];
  return chain[Math.min(Math.ceil(lateDays / ESCALATION_DAYS), chain.length) - 1] ?? null;
}
