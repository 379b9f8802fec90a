import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise } from "#db/schema/identity.server";
import type { Store } from "#db/store.server";
import { publishedCatalogue, refreshIndex } from "~/domain/catalogue/published.server";
import { matchesForEnterprise } from "~/domain/matching/matches.server";
import { allNeeds, needOfEnterprise } from "~/domain/matching/needs.server";
import { enterprisesToTell } from "~/domain/matching/telling.server";
import { addAssessment, addEnterprise, addUser } from "../../world/programme";
import { referenceStore } from "../../world/reference";
import { aLiveSolution } from "../projects/enquiry-world";

const day = "2026-03-05";

async function publish(store: Store, differs: Partial<typeof solutionVersion.$inferInsert>): Promise<string> {
  const made = await aLiveSolution(store);
  await store.write(async (tx) => {
    await tx.update(solutionVersion).set(differs).where(eq(solutionVersion.id, made.versionId));
    await refreshIndex(tx, made.solutionId);
  });
  return made.solutionId;
}

async function standing(store: Store, scenarioLevels: Record<string, number>, industryCode = "C3670") {
  const enterpriseId = await addEnterprise(store, { parkSlug: "nanchang-etdz", regionCode: "360100", industryCode });
  await addAssessment(store, {
    enterpriseId,
    byUserId: await addUser(store),
    score: 100,
    scenarioLevels,
    finishedAt: 5,
  });
  return enterpriseId;
}

/** Asked again of everyone, by ranking. */
async function toldAgain(store: Store, id: string): Promise<string[]> {
  const everybody = await store.db.select({ id: enterprise.organisationId }).from(enterprise);
  const told = await Promise.all(
    everybody.map(async (each) => {
      const found = await matchesForEnterprise(store.db, each.id, { limit: 3, day });
      return found?.matches.some((match) => match.solution.id === id && match.score >= 75) ? [each.id] : [];
    }),
  );
  return told.flat().sort();
}

const good = { industries: ["C36"], scenarios: ["planning"], priceModel: "free" as const, deployDays: 3 };

test("a publication tells those for whom it is among the first three with 75 points, and no others", async () => {
  const store = referenceStore();
  const wants = await standing(store, { planning: 0, quality: 1 });
  const other = await standing(store, { planning: 3, quality: 0 });
  const bakes = await standing(store, { planning: 0 }, "C1411");
  await publish(store, { scenarios: ["quality"] });
  const id = await publish(store, good);
  expect(await enterprisesToTell(store.db, id, day)).toEqual([wants]);
  expect(await toldAgain(store, id)).toEqual([wants]);
  const general = await publish(store, { ...good, industries: [] });
  expect(await enterprisesToTell(store.db, general, day)).toEqual([wants, bakes].sort());
  expect(await toldAgain(store, general)).toEqual([wants, bakes].sort());
  expect(await enterprisesToTell(store.db, general, day)).not.toContain(other);
});

test("what is taken down, and what enterprises reach meanwhile, counts at once", async () => {
  const store = referenceStore();
  const wants = await standing(store, { planning: 0, quality: 1 });
  const id = await publish(store, good);
  expect(await enterprisesToTell(store.db, id, day)).toEqual([wants]);
  const before = await matchesForEnterprise(store.db, wants, { limit: 10, day });
  await addAssessment(store, {
    ...{ enterpriseId: wants, byUserId: await addUser(store), score: 100 },
    ...{ scenarioLevels: { planning: 4, quality: 0 }, finishedAt: 6 },
  });
  expect(await enterprisesToTell(store.db, id, day)).toEqual([]);
  const after = await matchesForEnterprise(store.db, wants, { limit: 10, day });
  expect([before?.total, after?.total]).toEqual([1, 0]);
  await store.write(async (tx) => {
    await tx.update(solution).set({ status: "suspended" }).where(eq(solution.id, id));
    await refreshIndex(tx, id);
  });
  expect((await publishedCatalogue(store.db)).solutions).toEqual([]);
  expect(await enterprisesToTell(store.db, id, day)).toEqual([]);
});

test("the needs of all are the needs of each", async () => {
  const store = referenceStore();
  await standing(store, { planning: 0 });
  await addEnterprise(store, { industryCode: "C3982" });
  await store.write((tx) => tx.update(enterprise).set({ budgetFen: 5_000 }));
  const all = await allNeeds(store.db);
  expect(all).toHaveLength(2);
  for (const { id, need } of all) expect((await needOfEnterprise(store.db, id))?.need).toEqual(need);
});
