/** The log of what changed in the public catalogue, by which every process keeps its copy in memory up to date. */
import { asc, desc, gte, lt, sql } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { untilCommitted } from "#db/kept-reads.server";
import { preparedOnce } from "#db/prepared.server";
import { catalogueChange } from "#db/schema/catalogue.server";
import type { Reader, Writer } from "#db/store.server";
import { provinceDay } from "./freshness";

/** How far a process has read. */
export type Position = { seq: number; mark: string };

/** Older entries are dropped: who is further behind reads everything anew. */
const KEPT = 1000;
const INSERTED_AT_ONCE = 100;

const { seq, mark, no } = catalogueChange;
const latest = preparedOnce((db) =>
  db.select({ seq, mark }).from(catalogueChange).orderBy(desc(seq)).limit(1).prepare(),
);
const since = preparedOnce((db) =>
  db
    .select({ seq, mark, no })
    .from(catalogueChange)
    .where(gte(seq, sql.placeholder("from")))
    .orderBy(asc(seq))
    .prepare(),
);

/** The newest entry; null for a catalogue nobody has published into. */
export const latestChange = untilCommitted(
  async (db): Promise<Position | null> => (await latest(db).execute())[0] ?? null,
);

/** Changes whenever what is listed does: with what is published, and every midnight. Keys caches of pages and counts. */
export async function catalogueVersion(db: Reader): Promise<string> {
  return listingVersion(await latestChange(db), provinceDay(Date.now()));
}

/** The version of a catalogue read to a position, on a day; empty before anything was published. */
export function listingVersion(position: Position | null, day: number): string {
  return position ? `${position.seq}-${position.mark}-${day}` : "";
}

/** Numbers of the solutions changed after a position, each once; null when only a full read tells. */
export async function changesAfter(db: Reader, position: Position): Promise<number[] | null> {
  const [own, ...later] = await since(db).execute({ from: position.seq });
  if (own?.seq !== position.seq || own.mark !== position.mark) return null;
  const numbers = later.map((entry) => entry.no);
  return numbers.includes(null) ? null : [...new Set(numbers.filter((each) => each !== null))];
}

/** Notes that these solutions came, went or changed. Call it in the transaction that changed them. */
export async function markChanged(tx: Writer, numbers: readonly number[]): Promise<void> {
  if (numbers.length > KEPT / 2) return markEverythingChanged(tx);
  const entries = numbers.map((changed) => ({ no: changed, mark: newId("cat") }));
  for (let at = 0; at < entries.length; at += INSERTED_AT_ONCE) {
    await tx.insert(catalogueChange).values(entries.slice(at, at + INSERTED_AT_ONCE));
  }
  await dropOld(tx);
}

/** Notes that anything may have changed, after an import or a new dictionary. */
export async function markEverythingChanged(tx: Writer): Promise<void> {
  await tx.insert(catalogueChange).values({ no: null, mark: newId("cat") });
  await dropOld(tx);
}

async function dropOld(tx: Writer): Promise<void> {
  const newest = await latestChange(tx);
  if (newest) await tx.delete(catalogueChange).where(lt(seq, newest.seq - KEPT));
}
