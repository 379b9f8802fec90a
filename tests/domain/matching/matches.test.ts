import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise } from "#db/schema/identity.server";
import type { Store } from "#db/store.server";
import { refreshIndex } from "~/domain/catalogue/published.server";
import { matchesForEnterprise, quickMatch } from "~/domain/matching/matches.server";
import { readQuickQuery } from "~/domain/matching/quick-match-form";
import { leaveRecommendation, whyNotAdopted } from "~/domain/matching/recommendation-decision.server";
import { matchesForRecommendation } from "~/domain/matching/recommendation-matches.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { addAssessment } from "../../world/programme";
import { referenceStore } from "../../world/reference";
import { aLiveSolution, anEnterprise, aRecommendation } from "../projects/enquiry-world";

const options = { limit: 10, day: "2026-03-05" };

type Version = Partial<typeof solutionVersion.$inferInsert>;

async function listed(store: Store, differs: Version = { scenarios: ["planning"] }) {
  const made = await aLiveSolution(store);
  await store.write(async (tx) => {
    await tx.update(solutionVersion).set(differs).where(eq(solutionVersion.id, made.versionId));
    await refreshIndex(tx, made.solutionId);
  });
  return made;
}

const asked = async (store: Store, search: string) => {
  const { query, ignored } = readQuickQuery(await referenceOf(store.db), new URLSearchParams(search));
  return { ...(await quickMatch(store.db, query, options)), ignored };
};

test("a visitor's scenarios are wanted fully, place is a filter, budget and days are soft limits", async () => {
  const store = referenceStore();
  const planning = await listed(store, { scenarios: ["planning"], priceMinFen: 5_000_000, deployDays: 20 });
  const dear = await listed(store, { scenarios: ["planning"], priceMinFen: 12_000_000, deployDays: 20 });
  const dearer = await listed(store, { scenarios: ["planning"], priceMinFen: 25_000_000 });
  const slow = await listed(store, { scenarios: ["planning"], deployDays: 70 });
  const elsewhere = await listed(store, { scenarios: ["planning"], parks: ["ganzhou-etdz"] });
  await listed(store, { scenarios: ["hr"] });
  const { matches, nearMisses, basis, ignored } = await asked(
    store,
    "industry=C3670&park=nanchang-etdz&scenario=planning&budget=100000&days=30",
  );
  expect(basis).toEqual({ kind: "wishes" });
  expect(ignored).toEqual([]);
  expect(matches.map(({ solution: { id }, missing: over }) => [id, over])).toEqual([
    [planning.solutionId, []],
    [dear.solutionId, [{ code: "budget", percentOver: 20, priceFen: 12_000_000, budgetFen: 10_000_000 }]],
  ]);
  const missing = new Map(nearMisses.map((near) => [near.solution.id, near.missing]));
  expect(missing.get(dearer.solutionId)).toMatchObject([{ code: "budget", percentOver: 150 }]);
  expect(missing.get(slow.solutionId)).toEqual([{ code: "days", days: 70, daysMax: 30 }]);
  expect(missing.get(elsewhere.solutionId)).toEqual([{ code: "place", parks: ["ganzhou-etdz"], regions: [] }]);
  expect(missing.size).toBe(3);
});

test("unknown values are ignored and named", async () => {
  const store = referenceStore();
  const { ignored, need } = await asked(
    store,
    "industry=X9&park=nowhere&region=１&scenario=planning&scenario=zz&budget=-3&days=0&level=7",
  );
  expect(ignored.map(({ field }) => field)).toEqual([
    "industry",
    "park",
    "region",
    "scenario",
    "budget",
    "days",
    "level",
  ]);
  expect(need).toMatchObject({
    industryCode: null,
    place: null,
    budgetFen: null,
    daysMax: null,
    level: null,
    gaps: { planning: 1 },
  });
});

test("full-width digits and small letters are read as what they mean", async () => {
  const { need, ignored } = await asked(referenceStore(), "industry=ｃ3670&budget=１００,０００&scenario=planning");
  expect(ignored).toEqual([]);
  expect(need).toMatchObject({ industryCode: "C3670", budgetFen: 10_000_000 });
});

test("without scenarios the pain points of the industry's chain are taken, and the answer says so", async () => {
  const store = referenceStore();
  await listed(store, { scenarios: ["quality"] });
  const { basis, need, matches } = await asked(store, "industry=C3982");
  expect(basis).toEqual({ kind: "industry" });
  expect(Object.keys(need.gaps)).toContain("quality");
  expect(matches).toHaveLength(1);
});

test("an empty question is answered with everything", async () => {
  const store = referenceStore();
  await listed(store);
  const { basis, matches } = await asked(store, "");
  expect(basis).toEqual({ kind: "none" });
  expect(matches).toHaveLength(1);
});

test("an enterprise is matched by its latest assessment, its place and its budget", async () => {
  const store = referenceStore();
  const member = await anEnterprise(store);
  const wanted = await listed(store, { scenarios: ["quality"], priceMinFen: 100 });
  const done = await listed(store, { scenarios: ["planning"], priceMinFen: 100 });
  await store.write((tx) => tx.update(enterprise).set({ budgetFen: 1_000 }));
  await addAssessment(store, {
    ...{
      enterpriseId: member.organisationId,
      byUserId: member.userId,
      source: "self",
      score: 100,
      level: 1,
      finishedAt: 5,
    },
    scenarioLevels: { planning: 2, quality: 0 },
  });
  const found = await matchesForEnterprise(store.db, member.organisationId, options);
  expect(found?.basis).toMatchObject({ kind: "assessment", source: "self", level: 1 });
  expect(found?.need).toMatchObject({ industryCode: "C3670", budgetFen: 1_000, level: 1, gaps: { quality: 1 } });
  expect(found?.matches.map((match) => match.solution.id)).toEqual([wanted.solutionId]);
  expect(found?.matches.map((match) => match.solution.id)).not.toContain(done.solutionId);
});

test("there are no matches for an enterprise that is not there", async () => {
  expect(await matchesForEnterprise(referenceStore().db, "org_none", options)).toBeNull();
});

test("a recommendation shows what the expert named apart, also when it is over budget or closed", async () => {
  const store = referenceStore();
  const member = await anEnterprise(store);
  const dear = await listed(store, { scenarios: ["planning"], priceMinFen: 11_000_000 });
  const closed = await listed(store, { title: "已下架的方案" });
  const other = await listed(store, { scenarios: ["planning"], priceMinFen: 1_000_000 });
  await store.write(async (tx) => {
    await tx.update(solution).set({ status: "suspended" }).where(eq(solution.id, closed.solutionId));
    await refreshIndex(tx, closed.solutionId);
  });
  const id = await aRecommendation(store, member, [dear.solutionId, closed.solutionId]);
  const found = await matchesForRecommendation(store.db, member, id, options);
  expect(found?.named.map(({ solution: named, missing }) => [named.id, missing.map(({ code }) => code)])).toEqual([
    [dear.solutionId, ["budget"]],
  ]);
  expect(found?.unlisted.map(({ title }) => title)).toEqual(["已下架的方案"]);
  expect(found?.matches.map((match) => match.solution.id)).toEqual([other.solutionId]);
  expect(await matchesForRecommendation(store.db, await anEnterprise(store), id, options)).toBeNull();
});

test("a recommendation's matches are of the moment: what is published after the report is among them at once", async () => {
  const store = referenceStore();
  const member = await anEnterprise(store);
  const id = await aRecommendation(store, member);
  const before = await matchesForRecommendation(store.db, member, id, options);
  const later = await listed(store);
  const after = await matchesForRecommendation(store.db, member, id, options);
  expect([before?.total, after?.matches.map((match) => match.solution.id)]).toEqual([0, [later.solutionId]]);
});

test("not adopting keeps the reason, is final, and is the enterprise's own", async () => {
  const store = referenceStore();
  const member = await anEnterprise(store);
  const id = await aRecommendation(store, member);
  const leave = (by: typeof member) =>
    store.write((tx) => leaveRecommendation(tx, by, id, { reason: "budget", text: "明年再做" }));
  expect(await leave(await anEnterprise(store))).toEqual({ ok: false, reason: "not_found" });
  expect((await leave(member)).ok).toBe(true);
  expect(await whyNotAdopted(store.db, member, id)).toMatchObject({ reason: "budget", text: "明年再做" });
});
