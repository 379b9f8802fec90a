/** A migrated database of its own for every test, in memory, from one snapshot a process. */
import Sqlite from "better-sqlite3";
import { openSnapshot, type Connections } from "#db/engines/sqlite.server";
import { migrateDatabase } from "#db/migrate.server";
import { openStore, type Store } from "#db/store.server";

let snapshot: Buffer | null = null;

function migrated(): Buffer {
  const empty = new Sqlite(":memory:");
  migrateDatabase(empty);
  return empty.serialize();
}

export function testStore(): Store & Connections {
  snapshot ??= migrated();
  const engine = openSnapshot(Buffer.from(snapshot));
  return { ...openStore(engine), reader: engine.reader, writer: engine.writer };
}
