import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import {
  newestSolutions,
  solutionCountByScenario,
  solutionsForPlace,
  solutionsForScenario,
} from "~/domain/catalogue/highlights.server";
import { placesAround } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { addSolution } from "../../world/programme";
import { referenceStore } from "../../world/reference";

type Reach = {
  parks?: string[];
  regions?: string[];
  acceptedProjects?: number;
  publishedAt?: number;
  scenarios?: string[];
};

async function add(store: ReturnType<typeof referenceStore>, title: string, reach: Reach = {}) {
  const { solutionId, versionId } = await addSolution(store, { title });
  const { parks = [], regions = [], scenarios = ["planning"], acceptedProjects = 0, publishedAt = 1 } = reach;
  await store.write(async (tx) => {
    await tx.update(solutionVersion).set({ parks, regions, scenarios }).where(eq(solutionVersion.id, versionId));
    await tx.update(solution).set({ acceptedProjects, publishedAt }).where(eq(solution.id, solutionId));
  });
}

const titles = ({ solutions }: { solutions: { title: string }[] }) => solutions.map(({ title }) => title);

test("for a park: what names it first, then its city, then the province, then everywhere; others not at all", async () => {
  const store = referenceStore();
  await add(store, "everywhere", { acceptedProjects: 9 });
  await add(store, "province", { regions: ["360000"] });
  await add(store, "city", { regions: ["360100"] });
  await add(store, "elsewhere", { regions: ["360400"] });
  await add(store, "park", { parks: ["nanchang-etdz"] });
  const around = placesAround(await referenceOf(store.db), { parkSlug: "nanchang-etdz" });
  const found = await solutionsForPlace(store.db, around, 3);
  expect(titles(found)).toEqual(["park", "city", "province"]);
  expect(found.total).toBe(4);
});

test("for a scenario: proven ones first", async () => {
  const store = referenceStore();
  await add(store, "new", { scenarios: ["quality"] });
  await add(store, "proven", { scenarios: ["quality", "planning"], acceptedProjects: 3 });
  await add(store, "other");
  expect(titles(await solutionsForScenario(store.db, "quality", 5))).toEqual(["proven", "new"]);
  expect(await solutionCountByScenario(store.db)).toEqual(
    new Map([
      ["quality", 2],
      ["planning", 2],
    ]),
  );
});

test("newest: by the day of publication", async () => {
  const store = referenceStore();
  await add(store, "old", { publishedAt: 1 });
  await add(store, "young", { publishedAt: 5 });
  await add(store, "middle", { publishedAt: 3 });
  expect(titles({ solutions: await newestSolutions(store.db, 2) })).toEqual(["young", "middle"]);
});
