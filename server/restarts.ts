/** When a process that died is started again. */

const AT_ONCE_MS = 100;
const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const MOST_FAILURES = 5;

/** After a crash at once; after starts that failed, twice as long each time, up to half a minute. */
export function delayBefore(failuresInARow: number): number {
  return failuresInARow === 0 ? AT_ONCE_MS : Math.min(FIRST_MS * 2 ** (failuresInARow - 1), LONGEST_MS);
}

/** Nobody serves and nobody manages to start: whoever watches this process should know. */
export function giveUpAfter(failuresInARow: number, alive: number): boolean {
  return alive === 0 && failuresInARow >= MOST_FAILURES;
}
