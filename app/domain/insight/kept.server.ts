/** Keeps what was computed for a short while, per database: a figure may be a minute old, the queries run once a minute. */
const KEEP_MS = 60_000;

type Entry = { until: number; value: Promise<unknown> };

/** A computation that is answered from memory for a minute; concurrent callers share one run, a failed run is not kept. */
export function keptFor<Db extends object, T>(compute: (db: Db, part: string) => Promise<T>, most = 300) {
  const byDatabase = new WeakMap<Db, Map<string, Entry & { value: Promise<T> }>>();
  return function read(db: Db, part = ""): Promise<T> {
    const entries = byDatabase.get(db) ?? new Map<string, Entry & { value: Promise<T> }>();
    byDatabase.set(db, entries);
    const kept = entries.get(part);
    if (kept && kept.until > Date.now()) return kept.value;
    const value = compute(db, part);
    if (entries.size >= most) entries.clear();
    entries.set(part, { until: Date.now() + KEEP_MS, value });
    value.catch(() => entries.delete(part));
    return value;
  };
}
