/** Later numbers only come from corrections: a case with one has a report that was issued. Client-safe. */
export function isCorrection(report: { number: number } | null): boolean {
  return report !== null && report.number > 1;
}

/** `?number=2` of a report's address: an earlier version; anything else is the newest. Client-safe. */
export function versionAsked(search: URLSearchParams): number | null {
  const number = Number(search.get("number") ?? "");
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
