/** Queries that run at every request are compiled once per database: building one costs more than running it. */
import type { Reader } from "./store.server";

/** `build` is called once per database; what it answers, usually a prepared query, is kept as long as the database. */
export function preparedOnce<Prepared>(build: (db: Reader) => Prepared): (db: Reader) => Prepared {
  const kept = new WeakMap<Reader, Prepared>();
  return (db) => {
    const known = kept.get(db);
    if (known !== undefined) return known;
    const prepared = build(db);
    kept.set(db, prepared);
    return prepared;
  };
}
