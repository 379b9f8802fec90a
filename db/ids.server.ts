import { monotonicFactory } from "ulidx";

const next = monotonicFactory();

/** A new id: prefix, underscore, ULID. Sorts by time of creation within one process. */
export function newId<P extends string>(prefix: P): `${P}_${string}` {
  return `${prefix}_${next().toLowerCase()}`;
}
