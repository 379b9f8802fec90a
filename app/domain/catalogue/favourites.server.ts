/** Solutions a person keeps at hand: in the account, or as slugs that a visitor's browser brings along. */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import { favourite, provider, solution } from "#db/schema/catalogue.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { isLive } from "./published-rows.server";
import { publishedCatalogue, type PublishedSolution } from "./published.server";

/** More than this nobody looks through; all of them stand on one page. */
export const MOST_IN_ACCOUNT = 100;
/** Fifty of the longest slugs are 3.4 kB: a cookie may have four. */
export const MOST_IN_BROWSER = 50;

const slugsOf = preparedOnce((db) =>
  db
    .select({ slug: solution.slug })
    .from(favourite)
    .innerJoin(solution, eq(solution.id, favourite.solutionId))
    .where(eq(favourite.userId, sql.placeholder("userId")))
    .orderBy(desc(favourite.createdAt), desc(solution.no))
    .prepare(),
);

/** Slugs of what an account keeps, newest first, whether it is live at present or not. */
export async function favouriteSlugs(db: Reader, userId: string): Promise<string[]> {
  const rows = await slugsOf(db).execute({ userId });
  return rows.map(({ slug }) => slug);
}

/** The live solutions among slugs, in their order, and how many are not live now. */
export async function favouriteSolutions(
  db: Reader,
  slugs: readonly string[],
): Promise<{ solutions: PublishedSolution[]; missing: number }> {
  const { bySlug } = await publishedCatalogue(db);
  const solutions = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  return { solutions, missing: slugs.length - solutions.length };
}

/**
 * Keeps a live solution in an account; a second time changes nothing. Refuses one that is not live, and more than
 * MOST_IN_ACCOUNT. Writes favourite.
 */
export async function addFavourite(
  tx: Writer,
  userId: string,
  slug: string,
  at = Date.now(),
): Promise<Outcome<undefined, "not_found" | "full">> {
  const listed = await one(
    tx
      .select({ id: solution.id })
      .from(solution)
      .innerJoin(provider, eq(provider.organisationId, solution.providerId))
      .where(and(eq(solution.slug, slug), isLive)),
  );
  if (!listed) return refused("not_found");
  const kept = await keptIds(tx, userId);
  if (!kept.has(listed.id) && kept.size >= MOST_IN_ACCOUNT) return refused("full");
  await insert(tx, userId, listed.id, at);
  return done();
}

/** Lets go of a solution, live or not; what is not kept stays so. Writes favourite. */
export async function removeFavourite(tx: Writer, userId: string, slug: string): Promise<void> {
  const found = await one(tx.select({ id: solution.id }).from(solution).where(eq(solution.slug, slug)));
  if (!found) return;
  await tx.delete(favourite).where(and(eq(favourite.userId, userId), eq(favourite.solutionId, found.id)));
}

/**
 * Puts what a browser kept into the account, after what is there: the browser's newest stays the newest. What is unknown or
 * beyond MOST_IN_ACCOUNT is left out. Repeating it changes nothing. Writes favourite.
 */
export async function mergeFavourites(
  tx: Writer,
  userId: string,
  slugs: readonly string[],
  at = Date.now(),
): Promise<void> {
  if (slugs.length === 0) return;
  const rows = await tx
    .select({ id: solution.id, slug: solution.slug })
    .from(solution)
    .where(inArray(solution.slug, [...new Set(slugs)].slice(0, MOST_IN_BROWSER)));
  const kept = await keptIds(tx, userId);
  const inOrder = rows
    .filter(({ id }) => !kept.has(id))
    .sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
    .slice(0, Math.max(0, MOST_IN_ACCOUNT - kept.size));
  for (const [place, { id }] of inOrder.entries()) await insert(tx, userId, id, at - place);
}

async function insert(tx: Writer, userId: string, solutionId: string, createdAt: number): Promise<void> {
  await tx.insert(favourite).values({ userId, solutionId, createdAt }).onConflictDoNothing();
}

async function keptIds(db: Reader, userId: string): Promise<Set<string>> {
  const rows = await db.select({ id: favourite.solutionId }).from(favourite).where(eq(favourite.userId, userId));
  return new Set(rows.map(({ id }) => id));
}
