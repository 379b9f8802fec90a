import fc from "fast-check";
import { expect, test } from "vitest";
import { shownParts, SMALLEST_SHOWN } from "~/domain/insight/figures";
import { figuresByPark, figuresByPrefecture, publicFigures } from "~/domain/insight/figures.server";
import { levelsByYear } from "~/domain/insight/level-years.server";
import { addAssessment, addEnterprise, addEvent, addProject, addSolution, addUser } from "../../world/programme";
import { referenceStore } from "../../world/reference";

const IN_2023 = Date.parse("2023-06-01T00:00:00+08:00");
const IN_2024 = Date.parse("2024-06-01T00:00:00+08:00");
const NEW_YEAR = Date.parse("2024-01-01T00:30:00+08:00");

async function diagnosed(store: ReturnType<typeof referenceStore>, count: number, level: number, finishedAt: number) {
  const byUserId = await addUser(store);
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const enterpriseId = await addEnterprise(store, { parkSlug: "nanchang-etdz" });
    await addAssessment(store, { enterpriseId, byUserId, level, finishedAt });
    ids.push(enterpriseId);
  }
  return { ids, byUserId };
}

test("an enterprise diagnosed twice counts once; self-assessments and unfinished ones do not count", async () => {
  const store = referenceStore();
  const { ids, byUserId } = await diagnosed(store, 5, 1, IN_2023);
  await addAssessment(store, { enterpriseId: ids[0] ?? "", byUserId, level: 2, finishedAt: IN_2024 });
  await addAssessment(store, { enterpriseId: await addEnterprise(store), byUserId, source: "self" });
  await addAssessment(store, { enterpriseId: await addEnterprise(store), byUserId, status: "draft", finishedAt: null });
  expect((await publicFigures(store.db)).enterprises_diagnosed).toBe(5);
});

test("fewer than five enterprises are not shown, in the programme and in a park", async () => {
  const store = referenceStore();
  await diagnosed(store, 4, 1, IN_2023);
  expect((await publicFigures(store.db)).enterprises_diagnosed).toBeNull();
  expect((await figuresByPark(store.db)).get("nanchang-etdz")?.enterprises_diagnosed).toBeNull();
});

test("retrofits count enterprises whose project was begun and not broken off", async () => {
  const store = referenceStore();
  const { providerId, solutionId } = await addSolution(store);
  for (const status of [
    "accepted",
    "implementing",
    "completed",
    "evaluation",
    "rectification",
    "pool",
    "filed",
    "terminated",
  ] as const) {
    const enterpriseId = await addEnterprise(store);
    await addProject(store, { enterpriseId, providerId, solutionId, status });
    await addProject(store, { enterpriseId, providerId, solutionId, status });
  }
  expect((await publicFigures(store.db)).enterprises_retrofitted).toBe(5);
});

test("solutions of a suspended provider are not on offer", async () => {
  const store = referenceStore();
  await addSolution(store);
  await addSolution(store, { providerStatus: "suspended" });
  expect(await publicFigures(store.db)).toMatchObject({ providers: 1, solutions: 1 });
});

test("park sessions are counted apart from other events, held ones only", async () => {
  const store = referenceStore();
  await addEvent(store, { kind: "park_session", parkSlug: "nanchang-etdz", participants: 10 });
  await addEvent(store, { kind: "park_session", parkSlug: "nanchang-etdz", participants: 10 });
  await addEvent(store, { kind: "matchmaking", participants: 30 });
  await addEvent(store, { kind: "training", participants: 40 });
  await addEvent(store, { kind: "training", status: "published", participants: 50 });
  expect(await publicFigures(store.db)).toMatchObject({
    park_sessions: 2,
    parks_covered: 1,
    events: 2,
    participants: 70,
  });
});

test("an empty database has no events and no participants rather than nothing", async () => {
  expect(await publicFigures(referenceStore().db)).toMatchObject({ events: 0, participants: 0, providers: 0 });
});

test("a year counts each enterprise by its latest on-site level until then, in Shanghai's calendar", async () => {
  const store = referenceStore();
  const { ids, byUserId } = await diagnosed(store, 12, 1, IN_2023);
  await diagnosed(store, 6, 2, NEW_YEAR);
  for (const enterpriseId of ids.slice(0, 5))
    await addAssessment(store, { enterpriseId, byUserId, level: 3, finishedAt: IN_2024 });
  await addAssessment(store, {
    enterpriseId: ids[0] ?? "",
    byUserId,
    level: 4,
    source: "third_party",
    finishedAt: IN_2024,
  });
  expect(await levelsByYear(store.db)).toEqual([
    { year: 2023, isPresent: false, counts: [null, 12, null, null, null], total: 12 },
    { year: 2024, isPresent: false, counts: [null, 7, 6, 5, null], total: 18 },
  ]);
});

test("another scheme's levels are not mixed in", async () => {
  const store = referenceStore();
  const { byUserId } = await diagnosed(store, 6, 1, IN_2023);
  await addAssessment(store, {
    enterpriseId: await addEnterprise(store),
    byUserId,
    schemeKey: "miit_sme_2022",
    level: 4,
    finishedAt: IN_2023,
  });
  expect((await levelsByYear(store.db))[0]?.total).toBe(6);
});

test("prefectures are in their order and add up", async () => {
  const store = referenceStore();
  await diagnosed(store, 6, 1, IN_2023);
  const rows = await figuresByPrefecture(store.db);
  expect(rows).toHaveLength(11);
  expect(rows[0]).toMatchObject({ code: "360100", enterprises_diagnosed: 6 });
});

test("no lone hidden part: the total never gives one away", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 8 }), (counts) => {
      const parts = shownParts(counts);
      expect(parts.filter((part) => part === null).length).not.toBe(1);
      parts.forEach((part, index) =>
        expect(part === null || (part === counts[index] && part >= SMALLEST_SHOWN)).toBe(true),
      );
    }),
  );
});
