/**
 * All the domain sees of the database: a reader that cannot write, and one serialised transaction at a time.
 * Measured reasons for this shape: docs/decisions/0003.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type * as schema from "./schema.server";

export type Database = BaseSQLiteDatabase<"async", unknown, typeof schema>;
/** Reads only: a write on it does not compile. */
export type Reader = Pick<Database, "select" | "selectDistinct" | "$count" | "$with" | "with">;
/** Reads and writes inside one transaction. */
export type Writer = Omit<Database, "transaction" | "run" | "get" | "all" | "values">;

export type Session = {
  db: Reader;
  /** Position of the last write of this session; a cookie carries it to replicas. Empty on the embedded engine. */
  mark: string;
};

export type Engine = {
  db: Reader;
  transaction<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** Grows with every committed write of any process; keys caches of what was read. */
  version(): number;
  /** A consistent copy of the whole database into a new file. */
  copyTo(file: string): Promise<void>;
  close(): void;
};

export type Store = {
  readonly db: Reader;
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  session<T>(mark: string | undefined, work: (session: Session) => Promise<T>): Promise<T>;
  version(): number;
  copyTo(file: string): Promise<void>;
  close(): void;
};

const writing = new AsyncLocalStorage<true>();

/** Wraps an engine; a `write` inside a `write` would wait for itself, so it throws at once. */
export function openStore(engine: Engine): Store {
  return {
    db: engine.db,
    write(work) {
      if (writing.getStore()) throw new Error("write() inside write(): pass tx on instead");
      return writing.run(true, () => engine.transaction(work));
    },
    session: (_mark, work) => work({ db: engine.db, mark: "" }),
    version: () => engine.version(),
    copyTo: (file) => engine.copyTo(file),
    close: () => engine.close(),
  };
}

/** The first row of a query, or null. */
export async function one<T>(rows: PromiseLike<T[]>): Promise<T | null> {
  return (await rows)[0] ?? null;
}

/** The table and column of a violated UNIQUE constraint, e.g. "user.email", or null for any other error. */
export function uniqueViolation(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const found = /UNIQUE constraint failed: (\w+\.\w+)/.exec(cause.message);
    if (found?.[1]) return found[1];
  }
  return null;
}
