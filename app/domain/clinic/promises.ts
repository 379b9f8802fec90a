/**
 * Service promises: how many working days each part of a case may take (product defaults, no published deadline exists),
 * who holds the case, and to whom a broken promise has gone up. Computed when read, never by a job.
 */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { promises, type PromiseName } from "./promise-days";
import { addWorkingDays, shanghaiDay, workingDaysBetween, workingDayUpTo } from "./working-days";

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
  /** When the promise's clock first started, whatever paused it since; null when nothing is promised. */
  promisedAt: number | null;
  /** Promised day; null when nothing is promised or the clock stands still. */
  dueOn: string | null;
  /** Working days past the promise; 0 in time. */
  lateDays: number;
  /** The office a broken promise has gone up to. */
  escalatedTo: Supervisor | null;
  /** The clock stands still because the enterprise owes an answer. */
  isPaused: boolean;
  /** The enterprise objected to the report and the park has not answered yet. */
  isObjected: boolean;
  /** False when the holidays on the way are not published yet. */
  isDueCertain: boolean;
};

/** The last one has no end yet: `until` is its own beginning. */
type Span = { status: DiagnosisStatus; isObjected: boolean; from: number; until: number };

/** What of `Where` holds until the next step: all but how late it is and who has heard. */
export type Clock = Omit<Where, "lateDays" | "escalatedTo">;

/**
 * Where a case stands at a moment. `steps` is its history, oldest first; without any, the clock starts with `statusSince`.
 * An enterprise's own answers stop the clock: what was used of a promise before a pause counts after it.
 */
export function whereIsIt(clock: CaseClock, steps: readonly CaseStep[], now: number): Where {
  return whereOn(clockOf(clock, steps), shanghaiDay(now));
}

/** The clock of a case as its steps set it. */
export function clockOf(clock: CaseClock, steps: readonly CaseStep[]): Clock {
  const spans = spansOf(clock, steps);
  const isObjected = clock.status === "reported" && (spans.at(-1)?.isObjected ?? false);
  const holder = isObjected ? "park" : holders[clock.status];
  const promise = isObjected ? "answer" : promiseOf(clock.status);
  const still = {
    step: clock.status,
    holder,
    isPaused: clock.status === "changes_requested",
    isObjected,
  };
  if (!promise) return { ...still, promise, promisedAt: null, dueOn: null, isDueCertain: true };
  const { day: dueOn, promisedAt, isCertain: isDueCertain } = dueOf(promise, spans);
  return { ...still, promise, promisedAt, dueOn, isDueCertain };
}

/** The same on a day: how late, and to whom it has gone up. */
export function whereOn(clock: Clock, today: string): Where {
  const lateDays = clock.dueOn === null ? 0 : workingDaysBetween(clock.dueOn, today);
  return { ...clock, lateDays, escalatedTo: clock.holder === null ? null : escalation(clock.holder, lateDays) };
}

/** Who looks after the present holder, nearest first. */
export function supervisorsOf({ holder }: Pick<Where, "holder">): readonly Supervisor[] {
  return holder === null ? [] : supervisors[holder];
}

/** The offices a broken promise has gone up to so far, nearest first. */
export function reachedBy(where: Pick<Where, "holder" | "escalatedTo">): readonly Supervisor[] {
  const chain = supervisorsOf(where);
  return where.escalatedTo === null ? [] : chain.slice(0, chain.indexOf(where.escalatedTo) + 1);
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

/**
 * The promised day: all its days, less those used before the last pause, from the day the clock last started. A promise
 * given a second time, for a corrected report, starts anew; so does that of an answer to each objection.
 */
function dueOf(promise: PromiseName, spans: Span[]) {
  const isOfAnswer = promise === "answer";
  const isRunning = (span: Span) => (span.isObjected ? isOfAnswer : runsIn(promise, span.status));
  const isPaused = (span: Span) => span.status === "changes_requested" || (span.isObjected && !isOfAnswer);
  const run = spans.slice(spans.findLastIndex((span) => !isRunning(span) && !isPaused(span)) + 1);
  const lastStop = run.findLastIndex((span) => !isRunning(span));
  const start = run[lastStop + 1]?.from ?? 0;
  const used = run
    .slice(0, lastStop + 1)
    .filter(isRunning)
    .reduce((days, span) => days + workingDaysBetween(shanghaiDay(span.from), shanghaiDay(span.until)), 0);
  const due = addWorkingDays(workingDayUpTo(shanghaiDay(start)), promises[promise].days - used);
  return { ...due, promisedAt: run.find(isRunning)?.from ?? start };
}

/** A step from `reported` to itself is an objection, the next one its answer. */
function spansOf(clock: CaseClock, steps: readonly CaseStep[]): Span[] {
  const isWhole = steps.at(-1)?.toStatus === clock.status;
  const history = isWhole ? steps : [...steps, { toStatus: clock.status, at: clock.statusSince }];
  const spans: Span[] = [];
  for (const [index, step] of history.entries()) {
    const before = spans.at(-1);
    const isReply = step.toStatus === "reported" && before?.status === "reported";
    const until = history[index + 1]?.at ?? step.at;
    spans.push({ status: step.toStatus, isObjected: isReply && !before.isObjected, from: step.at, until });
  }
  return spans;
}

function escalation(holder: Holder, lateDays: number): Supervisor | null {
  if (lateDays === 0) return null;
  const chain = supervisors[holder];
  return chain[Math.min(Math.ceil(lateDays / ESCALATION_DAYS), chain.length) - 1] ?? null;
}
