/**
 * "Is all of it still true?" Asked every six months; what nobody answers is listed lower, then not at all. Counted in whole
 * days of the province, so that every list changes at midnight and is the same all day. Decision 0032.
 */
export const freshnessStates = ["fresh", "due", "reminded", "sunk", "hidden"] as const;
export type Freshness = (typeof freshnessStates)[number];

/** Six months are 183 days: the same number for everyone, whatever the months. */
export const SIX_MONTHS_DAYS = 183;

/** So many days after the last confirmation each state begins. */
export const freshnessDays = {
  due: SIX_MONTHS_DAYS,
  reminded: SIX_MONTHS_DAYS + 14,
  sunk: SIX_MONTHS_DAYS + 30,
  hidden: SIX_MONTHS_DAYS + 60,
} as const;

/** What a sunk listing keeps of its quality, and of its relevance in a search. Said on the page "how we rank". */
export const SUNK_SHARE = 0.5;

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days of the province, numbered; another one after every midnight in Shanghai. */
export function provinceDay(at: number): number {
  return Math.floor((at + SHANGHAI_MS) / DAY_MS);
}

/** How fresh a listing is; one whose provider was never asked (null) is. Publication, approval and import confirm. */
export function freshnessOf(confirmedAt: number | null, now: number): Freshness {
  if (confirmedAt === null) return "fresh";
  const age = provinceDay(now) - provinceDay(confirmedAt);
  if (age >= freshnessDays.hidden) return "hidden";
  if (age >= freshnessDays.sunk) return "sunk";
  if (age >= freshnessDays.reminded) return "reminded";
  return age >= freshnessDays.due ? "due" : "fresh";
}

/** The midnight at which a state begins, ms. */
export function freshnessBegins(state: Exclude<Freshness, "fresh">, confirmedAt: number): number {
  return startOfDay(provinceDay(confirmedAt) + freshnessDays[state]);
}

/** What was confirmed before this has reached the state on that day: one comparison a listing. */
export function confirmedBefore(state: Exclude<Freshness, "fresh">, day: number): number {
  return startOfDay(day - freshnessDays[state] + 1);
}

function startOfDay(day: number): number {
  return day * DAY_MS - SHANGHAI_MS;
}
