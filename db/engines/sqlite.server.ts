/** The embedded engine: one read-only and one writing connection per process on one SQLite file in WAL mode. */
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { setTimeout as sleep } from "node:timers/promises";
import { announceCommits } from "../kept-reads.server";
import * as schema from "../schema.server";
import type { Database, Engine } from "../store.server";

const GIVE_UP_MS = 10_000;

/** One connection of each kind; functions and caches that need raw SQL are given these. */
export type Connections = { reader: Sqlite.Database; writer: Sqlite.Database };

export function openSqlite(file: string): Engine & Connections {
  // A busy_timeout on the writer would block the event loop while another process writes.
  const writer = new Sqlite(file, { timeout: 0 });
  writer.pragma("journal_mode = WAL");
  writer.pragma("synchronous = NORMAL");
  writer.pragma("foreign_keys = ON");
  const reader = new Sqlite(file, { readonly: true, timeout: 250 });
  reader.pragma("cache_size = -65536");
  reader.pragma("mmap_size = 1073741824");
  return engineOver({ reader, writer });
}

/** A database of its own in memory from a serialised snapshot: one connection reads and writes. For tests. */
export function openSnapshot(snapshot: Buffer): Engine & Connections {
  const writer = new Sqlite(snapshot);
  writer.pragma("foreign_keys = ON");
  return engineOver({ reader: writer, writer });
}

function engineOver({ reader, writer }: Connections): Engine & Connections {
  const exclusive = mutex();
  const tx = asDatabase(writer);
  const dataVersion = reader.prepare("PRAGMA data_version").pluck();
  let ownWrites = 0;
  const db = asDatabase(reader);
  const seen = () => Number(dataVersion.get());
  // What a connection writes itself does not change its own data_version.
  if (reader !== writer) announceCommits(db, seen);
  return {
    reader,
    writer,
    db,
    transaction: (work) =>
      exclusive(async () => {
        await begin(writer);
        try {
          const result = await work(tx);
          writer.exec("COMMIT");
          ownWrites++;
          return result;
        } catch (error) {
          if (writer.inTransaction) writer.exec("ROLLBACK");
          throw error;
        }
      }),
    version: () => (reader === writer ? ownWrites : seen()),
    async copyTo(target) {
      writer.prepare("VACUUM INTO ?").run(target);
    },
    close() {
      reader.close();
      if (writer !== reader) writer.close();
    },
  };
}

/** Both drivers' databases await to the same types; the domain sees the asynchronous one. */
export function asDatabase(connection: Sqlite.Database): Database {
  return drizzle(connection, { schema }) as unknown as Database;
}

async function begin(writer: Sqlite.Database): Promise<void> {
  for (const started = Date.now(); ;) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() - started > GIVE_UP_MS) throw error;
    }
    await sleep(1 + Math.random() * 9);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function mutex(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
