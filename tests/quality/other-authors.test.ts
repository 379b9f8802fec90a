/**
 * Listings, queries and grades of three authors who saw neither the engine nor its dictionary: what of the quality is more than one
 * author's vocabulary. The third asks mostly in words that the best listings do not use. Grades are 3 (what is asked), 2 (useful besides), 1 (marginal).
 */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inOneLoad } from "#db/seed/rows.server";
import { searchSolutions } from "~/domain/catalogue/listing.server";
import { rebuildIndex } from "~/domain/catalogue/published.server";
import { referenceStore } from "../world/reference";
import { listingsInto } from "./catalogue";
import { ndcg } from "./judging";
import first from "./others/first-author.json";
import second from "./others/second-author.json";
import third from "./others/third-author.json";
import { listingQuery, mean } from "./scores";

const Judged = z.object({
  solutions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      body: z.string(),
      scenarios: z.array(z.string()),
      industries: z.array(z.string()),
    }),
  ),
  queries: z.array(z.object({ q: z.string(), kind: z.string(), grades: z.record(z.string(), z.number()) })),
});

async function answered(judged: z.infer<typeof Judged>) {
  const store = referenceStore();
  const add = listingsInto(store.writer);
  await inOneLoad(store.writer, async () => {
    for (const [at, { title, summary, body, scenarios, industries }] of judged.solutions.entries()) {
      const nowhere = { parks: [], regions: [], keywords: [] };
      const content = { title, summary, description: body, scenarios, industries, ...nowhere };
      add(at + 1, { ...content, deployment: ["saas"] }, 0.5);
    }
  });
  await store.write(rebuildIndex);
  const answers = [];
  for (const { q, grades } of judged.queries) {
    const { items, total } = await searchSolutions(store.db, listingQuery(q));
    const found = items.map(({ no }) => grades[judged.solutions[no - 1]?.id ?? ""] ?? 0);
    const ideal = Object.values(grades).sort((a, b) => b - a);
    answers.push({ q, total, ndcg: ndcg(found, ideal) });
  }
  return answers;
}

describe.each([
  { whose: "the first author's 150 listings", file: first, least: 0.85, nothing: 0 },
  { whose: "the second author's 110 listings", file: second, least: 0.85, nothing: 0 },
  { whose: "the third author's 200 listings", file: third, least: 0.7, nothing: 1 },
])("$whose", ({ file, least, nothing }) => {
  test(
    `are found: nDCG@10 of at least ${least}, with nothing for ${nothing} queries`,
    { timeout: 60_000 },
    async () => {
      const answers = await answered(Judged.parse(file));
      expect(answers.length).toBeGreaterThanOrEqual(160);
      expect(answers.filter(({ total }) => total === 0).length).toBeLessThanOrEqual(nothing);
      expect(mean(answers.map(({ ndcg: share }) => share))).toBeGreaterThanOrEqual(least);
    },
  );
});
