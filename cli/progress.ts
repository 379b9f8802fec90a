/** What an operator reads while a command works. */

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Does `work`, then says what it was and how long it took. */
export async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  say(`${name}: ready (${seconds.toFixed(seconds < 10 ? 2 : 0)} s)`);
  return result;
}

const QUIET_MS = 10_000;
const BAR_MS = 200;

/** Shows how far a long work is on standard error: one moving line for a person, a line every ten seconds for a log. */
export function progressOf(lineOf: (rows: number, share: number, seconds: number) => string) {
  const started = Date.now();
  let shown = started;
  let isOpen = false;
  return {
    /** `share` of the work is done, from 0 to 1. */
    tell(rows: number, share: number): void {
      const now = Date.now();
      if (now - shown < (process.stderr.isTTY ? BAR_MS : QUIET_MS)) return;
      shown = now;
      const line = lineOf(rows, share, Math.round((now - started) / 1000));
      process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      isOpen = process.stderr.isTTY;
    },
    end(): void {
      if (isOpen) process.stderr.write("\r\u001b[K");
    },
  };
}
