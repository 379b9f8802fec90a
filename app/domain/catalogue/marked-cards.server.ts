/** Where a search stands in the listings of one page. */
import { inArray } from "drizzle-orm";
import { solutionVersion } from "#db/schema/catalogue.server";
import type { Reader } from "#db/store.server";
import { foldText } from "~/domain/search/fold.server";
import { markedIn, saidIn, snippetOf, type Segment } from "~/domain/search/snippets";
import { tokensOf } from "~/domain/search/tokens";
import type { PublishedSolution } from "./published.server";

/** Title and best sentence of one listing. */
export type Marks = { title: Segment[]; text: Segment[] };

type Shown = Pick<PublishedSolution, "slug" | "versionId" | "title" | "summary">;

/** Two lines of a wide list. */
const SNIPPET_LENGTH = 100;
/** The pairs of letters of a longer run cut across its words: 道要 of 知道要坏. */
const LONGEST_WORD = 5;

/**
 * For each listing of a page, by slug, its title with the terms marked and the sentence that says most of them: from the
 * summary where that says any, else from the rest of the listing. `terms` are folded. What the page needs beyond its
 * summaries is read in one query.
 */
export async function marksOf(
  db: Reader,
  items: readonly Shown[],
  terms: readonly string[],
): Promise<ReadonlyMap<string, Marks>> {
  if (terms.length === 0) return new Map();
  const silent = items.filter(({ summary }) => saidIn(summary, terms, foldText) === 0);
  const linesOf = await readLines(
    db,
    silent.map(({ versionId }) => versionId),
  );
  return new Map(items.map((item) => [item.slug, marksIn(item, linesOf.get(item.versionId) ?? [], terms)]));
}

function marksIn({ title, summary }: Shown, lines: readonly string[], terms: readonly string[]): Marks {
  const marked = (of: readonly string[]): Marks => ({
    title: markedIn(title, of, foldText),
    text: snippetOf(bestLine(lines, of) ?? summary, of, SNIPPET_LENGTH, foldText),
  });
  const whole = marked(terms);
  // A run of words that stands nowhere as typed was found by its pairs of letters: those are what the listing says.
  return [...whole.title, ...whole.text].some(({ isHit }) => isHit) ? whole : marked(pairsOf(terms));
}

function pairsOf(terms: readonly string[]): string[] {
  return [...new Set(terms.filter((term) => term.length <= LONGEST_WORD).flatMap(tokensOf))];
}

function bestLine(lines: readonly string[], terms: readonly string[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const line of lines) {
    const said = saidIn(line, terms, foldText);
    if (said <= most) continue;
    best = line;
    most = said;
  }
  return best;
}

async function readLines(db: Reader, versionIds: string[]): Promise<ReadonlyMap<string, string[]>> {
  if (versionIds.length === 0) return new Map();
  const { id, description, functions, painPoints, effects } = solutionVersion;
  const rows = await db
    .select({ id, description, functions, painPoints, effects })
    .from(solutionVersion)
    .where(inArray(id, versionIds));
  return new Map(
    rows.map((row) => [
      row.id,
      [row.description, row.functions, row.painPoints, row.effects].flatMap((text) => text.split("\n")),
    ]),
  );
}
