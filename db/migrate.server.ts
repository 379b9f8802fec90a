import type Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";

export const MIGRATIONS_FOLDER = "drizzle/sqlite";

/**
 * Brings a database up to the newest schema. drizzle-kit rebuilds a changed table by drop and rename: with foreign keys
 * on, that would delete child rows, so they are off meanwhile and checked afterwards.
 */
export function migrateDatabase(writer: Sqlite.Database, folder = MIGRATIONS_FOLDER): void {
  writer.pragma("foreign_keys = OFF");
  try {
    migrate(drizzle(writer), { migrationsFolder: folder });
    const broken = writer.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`Migration left ${broken.length} rows that refer to rows which are not there`);
    }
  } finally {
    writer.pragma("foreign_keys = ON");
  }
}

/** Whether the database has every migration of `folder`. Throws when it does not answer or was never set up. */
export function isMigrated(reader: Sqlite.Database, folder = MIGRATIONS_FOLDER): boolean {
  const applied = reader.prepare("SELECT count(*) FROM __drizzle_migrations").pluck().get();
  return Number(applied) >= readMigrationFiles({ migrationsFolder: folder }).length;
}
