/**
 * Keeps what was computed, per database: figures read tens of thousands of rows and need not be newer than a few minutes.
 * Older than a minute: answered at once and computed anew behind the answer. Older than ten: computed before answering.
 */
const FRESH_MS = 60_000;
const USABLE_MS = 10 * 60_000;

type Entry<T> = { at: number; value: Promise<T>; isRenewing: boolean };

/** A computation answered from memory; concurrent callers share one run, a failed run is not kept. */
export function keptFor<Db extends object, T>(compute: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
  const byDatabase = new WeakMap<Db, Entry<T>>();
  function run(db: Db): Promise<T> {
    const entry = { at: Date.now(), value: compute(db), isRenewing: false };
    byDatabase.set(db, entry);
    entry.value.catch(() => byDatabase.get(db) === entry && byDatabase.delete(db));
    return entry.value;
  }
  async function renew(db: Db, entry: Entry<T>): Promise<void> {
    entry.isRenewing = true;
    try {
      const value = await compute(db);
      byDatabase.set(db, { at: Date.now(), value: Promise.resolve(value), isRenewing: false });
    } catch {
      // The old answer serves on until it is ten minutes old; then the error reaches a reader and the log.
      entry.isRenewing = false;
    }
  }
  return function read(db) {
    const kept = byDatabase.get(db);
    const age = kept ? Date.now() - kept.at : Infinity;
    if (!kept || age > USABLE_MS) return run(db);
    if (age > FRESH_MS && !kept.isRenewing) setImmediate(() => void renew(db, kept));
    return kept.value;
  };
}
