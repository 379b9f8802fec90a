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
