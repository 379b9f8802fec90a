/** Lists of solutions a person comes back to. */
import { and, count, desc, eq, sql } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { preparedOnce } from "#db/prepared.server";
import { savedSearch } from "#db/schema/catalogue.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { withQuery } from "~/paths";
import { filtersOf, listingParams, parseListingQuery, type ListingQuery } from "./listing-query";
import { searchAsked } from "./listing-page.server";
import { knownNames } from "./listing.server";

export const MOST_SAVED = 50;

/**
 * The query as it is kept: GET parameters of /solutions without cursor and page size, choices of one filter in order, so that
 * the same search is the same text. Empty when neither text nor filter asks for anything: all solutions are no search, in
 * whatever order they stand.
 */
export function savedQuery(query: ListingQuery): string {
  if (query.q === "" && filtersOf(query).length === 0) return "";
  const { per: _per, after: _after, ...params } = listingParams(query);
  const ordered = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );
  return withQuery("", ordered).slice(1);
}

/**
 * Saves a search under a name; the same search again takes the new name. Refuses more than MOST_SAVED, and a search that asks
 * for nothing. Writes saved_search.
 */
export async function saveSearch(
  tx: Writer,
  userId: string,
  { name, query }: { name: string; query: string },
  at = Date.now(),
): Promise<Outcome<undefined, "empty" | "full">> {
  if (query === "") return refused("empty");
  const renamed = await tx
    .update(savedSearch)
    .set({ name })
    .where(isSame(userId, query))
    .returning({ id: savedSearch.id });
  if (renamed.length > 0) return done();
  const saved = await one(tx.select({ all: count() }).from(savedSearch).where(eq(savedSearch.userId, userId)));
  if ((saved?.all ?? 0) >= MOST_SAVED) return refused("full");
  const row = { id: newId("sav"), userId, name, query, createdAt: at };
  await tx.insert(savedSearch).values(row).onConflictDoNothing();
  return done();
}

/** Gives one of a person's searches another name. Refuses what is not theirs. Writes saved_search. */
export async function renameSearch(
  tx: Writer,
  userId: string,
  { id, name }: { id: string; name: string },
): Promise<Outcome<undefined, "not_found">> {
  const renamed = await tx.update(savedSearch).set({ name }).where(isOwn(userId, id)).returning({ id: savedSearch.id });
  return renamed.length > 0 ? done() : refused("not_found");
}

/** Whether a person is told of new results of one of their searches. Refuses what is not theirs. Writes saved_search. */
export async function setSearchAlert(
  tx: Writer,
  userId: string,
  { id, isAlert }: { id: string; isAlert: boolean },
): Promise<Outcome<undefined, "not_found">> {
  const set = await tx.update(savedSearch).set({ isAlert }).where(isOwn(userId, id)).returning({ id: savedSearch.id });
  return set.length > 0 ? done() : refused("not_found");
}

/** Forgets one of a person's searches. Refuses what is not theirs, or gone already. Writes saved_search. */
export async function deleteSearch(tx: Writer, userId: string, id: string): Promise<Outcome<undefined, "not_found">> {
  const gone = await tx.delete(savedSearch).where(isOwn(userId, id)).returning({ id: savedSearch.id });
  return gone.length > 0 ? done() : refused("not_found");
}

const sameSearch = preparedOnce((db) =>
  db
    .select({ id: savedSearch.id })
    .from(savedSearch)
    .where(and(eq(savedSearch.userId, sql.placeholder("userId")), eq(savedSearch.query, sql.placeholder("query"))))
    .prepare(),
);

/** Whether a person has saved exactly this search. */
export async function isSearchSaved(db: Reader, userId: string, query: string): Promise<boolean> {
  return (await one(sameSearch(db).execute({ userId, query }))) !== null;
}

/** A person's searches, newest first, and whether they are told of new results; without counting what each finds. */
export async function searchAlerts(db: Reader, userId: string) {
  const { id, name, query, isAlert } = savedSearch;
  return db
    .select({ id, name, query, isAlert })
    .from(savedSearch)
    .where(eq(savedSearch.userId, userId))
    .orderBy(desc(savedSearch.createdAt), desc(savedSearch.id));
}

/** A person's searches, newest first, with what each asks for and how many solutions it finds now: all of it said, or else part. */
export async function savedSearches(db: Reader, userId: string) {
  const rows = await db
    .select({
      id: savedSearch.id,
      name: savedSearch.name,
      query: savedSearch.query,
      createdAt: savedSearch.createdAt,
      isAlert: savedSearch.isAlert,
    })
    .from(savedSearch)
    .where(eq(savedSearch.userId, userId))
    .orderBy(desc(savedSearch.createdAt), desc(savedSearch.id));
  const known = await knownNames(db);
  const found = [];
  for (const row of rows) {
    const { query } = parseListingQuery(new URLSearchParams(row.query), known);
    const { total, fullTotal, ...asked } = await searchAsked(db, query);
    found.push({ ...row, asked, total: fullTotal || total });
  }
  return found;
}

function isSame(userId: string, query: string) {
  return and(eq(savedSearch.userId, userId), eq(savedSearch.query, query));
}

function isOwn(userId: string, id: string) {
  return and(eq(savedSearch.userId, userId), eq(savedSearch.id, id));
}
