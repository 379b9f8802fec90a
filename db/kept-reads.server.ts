/** Reads whose answer is kept in memory per database until a commit, or another mark, says that it may be another one. */
import type { Reader } from "./store.server";

type Kept<Mark, Answer> = WeakMap<Reader, { mark: Mark; answer: Promise<Answer> }>;
type Read<Answer> = (db: Reader) => Promise<Answer>;

const commits = new WeakMap<Reader, () => number>();

/** An engine says how its reading database tells that anything was committed, by any process. */
export function announceCommits(db: Reader, commit: () => number): void {
  commits.set(db, commit);
}

/**
 * For small reads asked for at every request, such as "did the catalogue change?": reads once per database and commit. Of
 * databases that do not announce commits, such as a transaction that may read what it wrote itself, it reads every time.
 */
export function untilCommitted<Answer>(read: Read<Answer>): Read<Answer> {
  const kept: Kept<number, Answer> = new WeakMap();
  return (db) => {
    // Asked before reading: what is committed in between is read now and once more the next time.
    const commit = commits.get(db)?.();
    return commit === undefined ? read(db) : keptOrRead(kept, db, commit, read);
  };
}

/** For large reads: reads anew when the mark is another one, which must change whenever the answer would. */
export function keptByMark<Answer>(markOf: Read<string>, read: Read<Answer>): Read<Answer> {
  const kept: Kept<string, Answer> = new WeakMap();
  return async (db) => keptOrRead(kept, db, await markOf(db), read);
}

function keptOrRead<Mark, Answer>(kept: Kept<Mark, Answer>, db: Reader, mark: Mark, read: Read<Answer>) {
  const known = kept.get(db);
  if (known?.mark === mark) return known.answer;
  const reading = { mark, answer: read(db) };
  kept.set(db, reading);
  // A failed read must not be kept.
  reading.answer.catch(() => kept.get(db) === reading && kept.delete(db));
  return reading.answer;
}
