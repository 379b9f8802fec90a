import { and, eq, ne } from "drizzle-orm";
import { pinyin } from "pinyin-pro";
import { solution } from "#db/schema/catalogue.server";
import { one, type Reader } from "#db/store.server";

const MAX_LETTERS = 60;
const TAIL = 6;
const BULK_TAIL = 8;

/** The readable part of an address: pinyin without tones, Latin letters and digits kept, words joined by dashes. */
export function slugOf(title: string): string {
  const syllables = pinyin(title.normalize("NFKC"), { toneType: "none", type: "array", nonZh: "consecutive", v: true });
  const words =
    syllables
      .join(" ")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 > MAX_LETTERS) break;
    slug += slug ? `-${word}` : word;
  }
  return slug || "solution";
}

/** An address for one of many new listings, without asking for each whether it is free: 40 bits of the id keep them apart. */
export function slugInBulk(title: string, id: string): string {
  return `${slugOf(title)}-${id.slice(-BULK_TAIL)}`;
}

/** An address for a solution that no other has: title and the end of its id, more of the id where two agree. */
export async function freeSolutionSlug(db: Reader, title: string, id: string): Promise<string> {
  const unique = id.slice(id.indexOf("_") + 1);
  for (let tail = TAIL; tail < unique.length; tail += TAIL) {
    const slug = `${slugOf(title)}-${unique.slice(-tail)}`;
    const taken = await one(
      db
        .select({ id: solution.id })
        .from(solution)
        .where(and(eq(solution.slug, slug), ne(solution.id, id))),
    );
    if (!taken) return slug;
  }
  return `${slugOf(title)}-${unique}`;
}
