/** Small reads asked for at every request, such as "did the catalogue change?": answered from memory until a commit. */
import type { Reader } from "./store.server";

type Kept<Answer> = { commit: number; answer: Promise<Answer> };

const commits = new WeakMap<Reader, () => number>();

/** An engine says how its reading database tells that anything was committed, by any process. */
export function announceCommits(db: Reader, commit: () => number): void {
  commits.set(db, commit);
}

/**
 * Reads once per database and commit. Of databases that do not announce commits, such as a transaction that may read what it
 * wrote itself, it reads every time.
 */
export function untilCommitted<Answer>(read: (db: Reader) => Promise<Answer>): (db: Reader) => Promise<Answer> {
  const kept = new WeakMap<Reader, Kept<Answer>>();
  return (db) => {
    // Asked before reading: what is committed in between is read now and once more the next time.
    const commit = commits.get(db)?.();
    if (commit === undefined) return read(db);
    const known = kept.get(db);
    if (known?.commit === commit) return known.answer;
    const reading = { commit, answer: read(db) };
    kept.set(db, reading);
    // A failed read must not be kept.
    reading.answer.catch(() => kept.get(db) === reading && kept.delete(db));
    return reading.answer;
  };
}
