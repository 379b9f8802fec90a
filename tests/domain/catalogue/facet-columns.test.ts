import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsFor, columnsOf, type Column } from "~/domain/catalogue/facet-columns";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { market } from "./market";

const lists = [[], ["C29", "C36"], ["C36", "C29"], ["C292"], ["C13"]];
const changes = fc.array(
  fc.record({ no: fc.integer({ min: 1, max: 12 }), is: fc.constantFrom("gone", "other", "dearer") }),
  { maxLength: 6 },
);

/** What a solution answers to, told without the numbers of sets. */
function valuesAt({ values, setOf, starts, members }: Column, place: number): string[] {
  const set = setOf[place] ?? 0;
  return Array.from(members.subarray(starts[set], starts[set + 1]), (at) => values[at] ?? "?").sort();
}

test("columns that go on from those before a change are those made anew", async () => {
  const { store } = await market(
    Array.from({ length: 8 }, (_, at) => ({
      industries: lists[at % lists.length],
      scenarios: at % 2 === 0 ? ["quality", "planning"] : ["planning", "quality"],
      parks: at % 3 === 0 ? ["ganzhou-etdz"] : [],
      regions: at % 3 === 1 ? ["360100"] : [],
      provider: at % 4 === 0 ? "p2" : "p1",
      ai: at % 2 === 0,
      priceMinFen: at * 100,
    })),
  );
  const reference = await referenceOf(store.db);
  const { solutions } = await publishedCatalogue(store.db);
  const [example] = solutions;
  if (!example) throw new Error("no solutions");
  const other = (no: number, more: Partial<PublishedSolution>): PublishedSolution => ({ ...example, no, ...more });
  fc.assert(
    fc.property(changes, fc.boolean(), (asked, isTwice) => {
      const changed = new Map(solutions.map((each) => [each.no, each]));
      for (const { no, is } of asked) {
        if (is === "gone") changed.delete(no);
        else
          changed.set(
            no,
            other(no, is === "dearer" ? { priceMinFen: 7 } : { industries: ["C40"], providerSlug: `p${no}` }),
          );
      }
      const now = [...changed.values()].sort((a, b) => a.no - b.no);
      const before = columnsOf(solutions, reference);
      const on = columnsOf(now, reference, isTwice ? columnsOf(now.slice(1), reference, before) : before);
      const anew = columnsOf(now, reference);
      const chosen = { industry: ["C292"], region: "360121" };
      for (const [mine, theirs] of [
        [on, anew],
        [columnsFor(on, chosen, reference), columnsFor(anew, chosen, reference)],
      ] as const) {
        const told = (columns: typeof anew) =>
          now.map((_, place) => Object.values(columns.facets).map((column) => valuesAt(column, place)));
        expect(told(mine)).toEqual(told(theirs));
        for (const name of [
          "priceFen",
          "days",
          "quality",
          "weight",
          "publishedAt",
          "acceptedProjects",
          "placeOfNo",
        ] as const)
          expect(mine[name]).toEqual(theirs[name]);
      }
    }),
    { numRuns: 200 },
  );
});
