import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { diagnosis, finding, report } from "#db/schema/clinic.server";
import { enterprise } from "#db/schema/identity.server";
import { searchReach, solutionReach } from "#db/schema/reach.server";
import type { Store } from "#db/store.server";
import { markEverythingChanged } from "~/domain/catalogue/published.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { nearMissesOf } from "~/domain/insight/near-misses.server";
import { needsTable } from "~/domain/insight/needs-table";
import { providerFigures, searchesOf } from "~/domain/insight/provider-figures.server";
import { weeksUntil } from "~/domain/insight/reach";
import { unmetNeeds } from "~/domain/insight/unmet-needs.server";
import { addAssessment, addEnterprise, addSolution, addUser } from "../../world/programme";
import { referenceStore } from "../../world/reference";

const NOW = Date.now();
const PARK = "nanchang-etdz";

type Content = Partial<typeof solutionVersion.$inferInsert>;

/** A live solution that is confirmed today, with the member whose provider it is of. */
async function aLive(store: Store, content: Content = {}) {
  const { providerId, solutionId, versionId } = await addSolution(store);
  await store.write(async (tx) => {
    await tx.update(solution).set({ publishedAt: NOW, confirmedAt: NOW }).where(eq(solution.id, solutionId));
    const set = { title: "轻量排程", ...content };
    await tx.update(solutionVersion).set(set).where(eq(solutionVersion.id, versionId));
    await markEverythingChanged(tx);
  });
  const member: ProviderMember = {
    ...{ kind: "provider", userId: "usr_p", userName: "甲", role: "owner", parkSlug: PARK },
    ...{ organisationId: providerId, organisationName: "青岚数科" },
  };
  return { member, solutionId, versionId };
}

async function changed(store: Store, versionId: string, content: Content): Promise<void> {
  await store.write(async (tx) => {
    await tx.update(solutionVersion).set(content).where(eq(solutionVersion.id, versionId));
    await markEverythingChanged(tx);
  });
}

async function enterprises(
  store: Store,
  count: number,
  given: { industryCode?: string; parkSlug?: string | null } = {},
) {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await addEnterprise(store, { parkSlug: PARK, ...given }));
  return ids;
}

async function withBudget(store: Store, ids: readonly string[], budgetFen: number): Promise<void> {
  for (const id of ids) {
    await store.write((tx) => tx.update(enterprise).set({ budgetFen }).where(eq(enterprise.organisationId, id)));
  }
}

test("figures are summed by week, over all own solutions or one, and never of another's", async () => {
  const store = referenceStore();
  const { member, solutionId } = await aLive(store);
  const other = await aLive(store);
  const weeks = weeksUntil(NOW);
  const [first = "", present = ""] = [weeks[0], weeks.at(-1)];
  const row = (id: string, day: string, views: number) => ({ solutionId: id, day, views, shown: 2, matches: 1 });
  await store.write(async (tx) => {
    await tx
      .insert(solutionReach)
      .values([row(solutionId, first, 3), row(solutionId, present, 4), row(other.solutionId, present, 90)]);
  });
  const figures = await providerFigures(store.db, member, { solutionId: null, now: NOW });
  expect(figures?.weeks.map(({ views }) => views)).toEqual([3, ...Array.from({ length: 11 }, () => 0), 4]);
  expect(await providerFigures(store.db, member, { solutionId: other.solutionId, now: NOW })).toBeNull();
  expect(await nearMissesOf(store.db, member, { solutionId: other.solutionId, now: NOW })).toBeNull();
});

test("searches of a week, the most frequent first, none under five and none of others", async () => {
  const store = referenceStore();
  const { member, solutionId } = await aLive(store);
  const other = await aLive(store);
  const [week = "", before = ""] = weeksUntil(NOW).toReversed();
  const row = (id: string, query: string, times: number, of = week) => ({ solutionId: id, week: of, query, times });
  await store.write((tx) =>
    tx
      .insert(searchReach)
      .values([
        row(solutionId, "mes", 5),
        row(solutionId, "排产", 12),
        row(solutionId, "少见", 4),
        row(solutionId, "上周", 30, before),
        row(other.solutionId, "别家", 40),
      ]),
  );
  expect(await searchesOf(store.db, member, { solutionId: null, week })).toEqual([
    { query: "排产", times: 12 },
    { query: "mes", times: 5 },
  ]);
  expect(await searchesOf(store.db, member, { solutionId: other.solutionId, week })).toEqual([]);
});

test("near misses are told by what was missing, with what is missing alone, and follow the listing", async () => {
  const store = referenceStore();
  const { member, versionId } = await aLive(store, {
    ...{ industries: ["C34"], parks: [PARK], priceModel: "one_off", priceMinFen: 1_000_000 },
  });
  await enterprises(store, 6, { industryCode: "C3670" });
  await enterprises(store, 5, { industryCode: "C3411" });
  await enterprises(store, 7, { industryCode: "C3411", parkSlug: "nanchang-xiaolan-etdz" });
  const before = await nearMissesOf(store.db, member, { solutionId: null, now: NOW });
  expect(before).toMatchObject({ served: 11, matched: 5 });
  expect(before?.lines.map(({ reason, enterprises: count, onlyThis }) => [reason, count, onlyThis])).toEqual([
    ["industry", 6, 6],
  ]);
  expect(before?.lines[0]?.most).toEqual([{ code: "C36", count: 6 }]);
  await changed(store, versionId, { industries: ["C34", "C36"] });
  expect(await nearMissesOf(store.db, member, { solutionId: null, now: NOW })).toMatchObject({
    served: 11,
    matched: 11,
    lines: [],
  });
});

test("an enterprise that another of the listings matches misses nothing; one for other levels ranks lower", async () => {
  const store = referenceStore();
  const { member, solutionId } = await aLive(store, { industries: ["C34"], levelFrom: 2, levelTo: 4 });
  const second = await aLive(store, { industries: ["C36"] });
  await store.write(async (tx) => {
    await tx.update(solution).set({ providerId: member.organisationId }).where(eq(solution.id, second.solutionId));
    await markEverythingChanged(tx);
  });
  const byUserId = await addUser(store);
  for (const enterpriseId of await enterprises(store, 6)) {
    await addAssessment(store, { enterpriseId, byUserId, level: 0, score: 10, scenarioLevels: { planning: 0 } });
  }
  expect(await nearMissesOf(store.db, member, { solutionId: null, now: NOW })).toMatchObject({ matched: 6, lines: [] });
  const alone = await nearMissesOf(store.db, member, { solutionId, now: NOW });
  expect(alone?.lines).toMatchObject([{ reason: "industry", enterprises: 6 }]);
  await changed(store, second.versionId, { levelFrom: 3, levelTo: 4 });
  const lower = await nearMissesOf(store.db, member, { solutionId: null, now: NOW });
  expect(lower).toMatchObject({
    matched: 6,
    lines: [{ reason: "level", enterprises: 6, most: [{ code: "0", count: 6 }] }],
  });
});

test("a budget that is narrowly missed is told with how far", async () => {
  const store = referenceStore();
  const { member } = await aLive(store, { priceModel: "one_off", priceMinFen: 2_500_000 });
  await withBudget(store, await enterprises(store, 5), 1_000_000);
  const misses = await nearMissesOf(store.db, member, { solutionId: null, now: NOW });
  expect(misses?.lines).toMatchObject([{ reason: "budget", enterprises: 5, onlyThis: 5, medianOver: 150 }]);
});

test("a price a little over the budget keeps nothing out and is no reason beside another", async () => {
  const store = referenceStore();
  const { member } = await aLive(store, { industries: ["C34"], priceModel: "one_off", priceMinFen: 1_500_000 });
  await withBudget(store, await enterprises(store, 5), 1_000_000);
  const misses = await nearMissesOf(store.db, member, { solutionId: null, now: NOW });
  expect(misses?.lines.map(({ reason, onlyThis }) => [reason, onlyThis])).toEqual([["industry", 5]]);
});

test("fewer than five enterprises are not told", async () => {
  const store = referenceStore();
  const { member } = await aLive(store, { industries: ["C34"] });
  await enterprises(store, 4);
  const misses = await nearMissesOf(store.db, member, { solutionId: null, now: NOW });
  expect(misses).toMatchObject({ served: null, matched: null });
  expect(misses?.lines).toMatchObject([{ reason: "industry", enterprises: null, onlyThis: null, most: [] }]);
});

async function findings(store: Store, enterpriseIds: readonly string[], status: "issued" | "draft" = "issued") {
  const byUserId = await addUser(store);
  for (const enterpriseId of enterpriseIds) {
    const [diagnosisId, reportId] = [newId("dia"), newId("rep")];
    await store.write(async (tx) => {
      await tx.insert(diagnosis).values({
        ...{ id: diagnosisId, enterpriseId, parkSlug: PARK, regionCode: "360100", status: "submitted", scenarios: [] },
        ...{ contactName: "甲", contactPhone: "0791-88880000", need: "插单多", createdByUserId: byUserId },
        ...{ createdAt: 1, statusSince: 1 },
      });
      await tx
        .insert(report)
        .values({ id: reportId, diagnosisId, enterpriseId, number: 1, status, createdAt: 1, issuedAt: NOW });
      const what = { scenarioKey: "planning", title: "插单多", severity: 2 };
      await tx.insert(finding).values({ id: newId("fin"), reportId, no: 1, ...what });
    });
  }
}

test("findings of issued reports are unmet until a good listing serves industry and park, and again when it is gone", async () => {
  const store = referenceStore();
  await findings(store, await enterprises(store, 6));
  await findings(store, await enterprises(store, 5, { industryCode: "C1310" }));
  await findings(store, await enterprises(store, 9), "draft");
  const shown = async () => {
    const { cube } = await unmetNeeds(store.db, NOW);
    const { rows, total } = needsTable(cube, { scenario: "planning", region: null });
    return { total, rows: rows.map(({ industry, counts }) => [industry, ...counts]) };
  };
  const everything = {
    total: 11,
    rows: [
      ["C36", 6],
      ["C13", 5],
    ],
  };
  expect(await shown()).toEqual(everything);
  const { versionId } = await aLive(store, {
    ...{ industries: ["C36"], parks: [PARK], priceModel: "free", deployDays: 3, levelFrom: 0, levelTo: 4 },
  });
  expect(await shown()).toEqual({ total: 5, rows: [["C13", 5]] });
  await changed(store, versionId, { parks: ["nanchang-xiaolan-etdz"] });
  expect(await shown()).toEqual(everything);
});
