import type { Reader } from "#db/store.server";
import { allNeeds, type EnterpriseNeed } from "~/domain/matching/needs.server";
import { stampOfNeeds } from "~/domain/matching/telling.server";

/** Older than this they are looked at again behind the answer; much older, before it. */
const FRESH_MS = 10 * 60_000;
const USABLE_MS = 3_600_000;

type Kept = { at: number; stamp: string; needs: readonly EnterpriseNeed[] };

const keptByDatabase = new WeakMap<object, Kept>();
const runningByDatabase = new WeakMap<object, Promise<Kept>>();

/**
 * The needs of all enterprises, at most an hour old: reading them takes as long as many pages, so it is done again only when one of
 * them changed. The same list as long as they are the same.
 */
export async function keptNeeds(db: Reader, now: number): Promise<readonly EnterpriseNeed[]> {
  const kept = keptByDatabase.get(db);
  const age = kept ? now - kept.at : Infinity;
  if (!kept || age > USABLE_MS) return (await renewOnce(db, now)).needs;
  if (age > FRESH_MS) setImmediate(() => void renewOnce(db, now).catch(() => undefined));
  return kept.needs;
}

/** Who asks meanwhile waits for the same. */
function renewOnce(db: Reader, now: number): Promise<Kept> {
  const running = runningByDatabase.get(db) ?? renew(db, now).finally(() => runningByDatabase.delete(db));
  runningByDatabase.set(db, running);
  return running;
}

async function renew(db: Reader, now: number): Promise<Kept> {
  const before = keptByDatabase.get(db);
  const stamp = await stampOfNeeds(db);
  const needs = before?.stamp === stamp ? before.needs : await allNeeds(db);
  const kept = { at: now, stamp, needs };
  keptByDatabase.set(db, kept);
  return kept;
}
