/** Quarters of a roadmap as text: 2027Q1. */
const SHANGHAI_MS = 8 * 3_600_000;

/** The quarter of a moment in Shanghai and those after it. */
export function nextQuarters(now: number, count: number): string[] {
  const day = new Date(now + SHANGHAI_MS);
  const first = day.getUTCFullYear() * 4 + Math.floor(day.getUTCMonth() / 3);
  return Array.from({ length: count }, (_, index) => `${Math.floor((first + index) / 4)}Q${((first + index) % 4) + 1}`);
}
