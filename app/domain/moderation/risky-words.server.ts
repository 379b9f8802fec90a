/** The list of words that make a moderator look twice, as the province keeps it. */
import { and, asc, eq } from "drizzle-orm";
import { riskyWord } from "#db/schema/moderation.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ProvinceStaff } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { foldText } from "~/domain/search/fold.server";
import type { RiskyWordForm } from "./canned-form";

/** All words, those struck out last. */
export async function allRiskyWords(db: Reader) {
  const rows = await db.select().from(riskyWord).orderBy(asc(riskyWord.word));
  return [...rows.filter(({ isActive }) => isActive), ...rows.filter(({ isActive }) => !isActive)];
}

/**
 * Adds a word, folded as texts are when they are checked, or brings one back that was struck out. Refuses `empty` when
 * nothing is left of it, `too_short` for a single character, `known`. Writes risky_word and journal.
 */
export async function addRiskyWord(
  tx: Writer,
  staff: ProvinceStaff,
  { word: typed, note }: RiskyWordForm,
): Promise<Outcome<{ word: string }, "empty" | "too_short" | "known">> {
  const word = foldText(typed);
  const said = word.replace(/[^\p{L}\p{N}]/gu, "");
  if (said === "") return refused("empty");
  if ([...said].length < 2) return refused("too_short");
  const known = await one(tx.select().from(riskyWord).where(eq(riskyWord.word, word)));
  if (known?.isActive) return refused("known");
  const row = { note: note || (known?.note ?? ""), isActive: true, updatedAt: Date.now() };
  await tx
    .insert(riskyWord)
    .values({ word, ...row })
    .onConflictDoUpdate({ target: riskyWord.word, set: row });
  await record(tx, staff, { action: "risky_word.added", subject: { kind: "risky_word", id: word }, after: { note } });
  return done({ word });
}

/** Strikes a word out; it stays on the list, so that no later load brings it back. Writes risky_word and journal. */
export async function strikeRiskyWord(
  tx: Writer,
  staff: ProvinceStaff,
  word: string,
): Promise<Outcome<undefined, "not_found">> {
  const struck = await tx
    .update(riskyWord)
    .set({ isActive: false, updatedAt: Date.now() })
    .where(and(eq(riskyWord.word, word), eq(riskyWord.isActive, true)))
    .returning({ word: riskyWord.word });
  if (struck.length === 0) return (await isListed(tx, word)) ? done() : refused("not_found");
  await record(tx, staff, { action: "risky_word.struck", subject: { kind: "risky_word", id: word } });
  return done();
}

async function isListed(db: Reader, word: string): Promise<boolean> {
  return (await one(db.select({ word: riskyWord.word }).from(riskyWord).where(eq(riskyWord.word, word)))) !== null;
}
