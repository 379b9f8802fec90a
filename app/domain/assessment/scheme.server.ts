import { and, desc, eq, lte } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { scheme as schemeTable } from "#db/schema/assessment.server";
import { one, type Reader } from "#db/store.server";
import { dayOf } from "~/i18n/format";
import { Scheme } from "./scheme";
import { brokenSums } from "./scheme-sums";

/** The national scheme for small and medium manufacturers. */
export const NATIONAL_SCHEME = "miit_sme_2024";

export type SchemeVersion = { version: number; scheme: Scheme };

// A version never changes once someone was judged by it, and reading 66 kB of JSON takes about 3 ms.
const kept = new LRUCache<string, SchemeVersion>({ max: 20 });

/**
 * A scheme by key and version; without a version the newest one in effect today (Shanghai). Throws when the database holds
 * none or its sums are broken: both are faults of the reference data, not of a user.
 */
export async function readScheme(
  db: Reader,
  { key = NATIONAL_SCHEME, version }: { key?: string; version?: number } = {},
): Promise<SchemeVersion> {
  const wanted = version ?? (await newestInEffect(db, key));
  const found = await findScheme(db, key, wanted);
  if (!found) throw new Error(`no assessment scheme ${key}/${wanted}; load the reference data`);
  return found;
}

/** A scheme by key and version, or null: for versions named by a visitor's browser. */
export async function findScheme(db: Reader, key: string, version: number): Promise<SchemeVersion | null> {
  const name = `${key}/${version}`;
  const known = kept.get(name);
  if (known) return known;
  const row = await one(
    db
      .select({ content: schemeTable.content })
      .from(schemeTable)
      .where(and(eq(schemeTable.key, key), eq(schemeTable.version, version))),
  );
  if (!row) return null;
  const read = { version, scheme: parseScheme(row.content) };
  kept.set(name, read);
  return read;
}

/** Reads the content of a scheme; throws one line for every sum that does not hold. */
export function parseScheme(content: unknown): Scheme {
  const scheme = Scheme.parse(content);
  const broken = brokenSums(scheme);
  if (broken.length > 0) throw new Error(broken.join("\n"));
  return scheme;
}

async function newestInEffect(db: Reader, key: string): Promise<number> {
  const row = await one(
    db
      .select({ version: schemeTable.version })
      .from(schemeTable)
      .where(and(eq(schemeTable.key, key), lte(schemeTable.effectiveOn, dayOf(Date.now()))))
      .orderBy(desc(schemeTable.effectiveOn), desc(schemeTable.version))
      .limit(1),
  );
  if (!row) throw new Error(`no assessment scheme ${key} is in effect; load the reference data`);
  return row.version;
}
