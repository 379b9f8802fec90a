/** What the scripts say: one line when a step starts, one with its time when it ends, one sentence when it cannot. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** A failure the reader can act on: shown as its sentence, without a stack. */
export class Stop extends Error {}

export function stop(sentence) {
  throw new Stop(sentence);
}

/** Runs `work` and says how long it took. `doing` is said beforehand when the step will take a while. */
export async function step(name, doing, work) {
  const started = performance.now();
  if (doing) console.log(`${name}: ${doing} …`);
  const result = await work();
  console.log(`${name}: ready (${seconds(started)})`);
  return result;
}

export function seconds(started) {
  const s = (performance.now() - started) / 1000;
  return `${s < 10 ? s.toFixed(2) : s.toFixed(0)} s`;
}

/** The full path of a program on PATH, or null. */
export function found(program) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
