import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { enterprise } from "#db/schema/identity.server";
import { eq } from "drizzle-orm";
import { sizeClassOf } from "~/domain/assessment/size-class";
import { quantile, standingAmong, type Figures } from "~/domain/assessment/standing";
import { standingOf } from "~/domain/assessment/standing.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { addAssessment, addEnterprise, addUser } from "../../world/programme";
import { testStore } from "../../world/store";

let store: ReturnType<typeof testStore>;
let byUserId: string;

beforeEach(async () => {
  store = testStore();
  byUserId = await addUser(store);
});

type Traits = { industryCode?: string; employees?: number; revenueWan?: number };

async function aFactory({ industryCode = "C3670", employees = 50, revenueWan = 1_000 }: Traits = {}): Promise<string> {
  const id = await addEnterprise(store, { industryCode });
  await store.write((tx) =>
    tx.update(enterprise).set({ employees, revenueWan }).where(eq(enterprise.organisationId, id)),
  );
  return id;
}

async function withScore(score: number, traits: Traits & { source?: "self" | "on_site" } = {}): Promise<string> {
  const enterpriseId = await aFactory(traits);
  await addAssessment(store, { enterpriseId, byUserId, score, source: traits.source ?? "self" });
  return enterpriseId;
}

const as = (organisationId: string): EnterpriseMember => ({
  ...{ kind: "enterprise", userId: byUserId, userName: "甲", organisationId, organisationName: "某厂" },
  ...{ role: "owner", parkSlug: null, regionCode: "360100" },
});

async function others(count: number, traits: Traits & { source?: "self" | "on_site" } = {}) {
  for (let n = 0; n < count; n += 1) await withScore(10 * n, traits);
}

test.each([
  [{ employees: 19, revenueWan: 5_000 }, "micro"],
  [{ employees: 20, revenueWan: 300 }, "small"],
  [{ employees: 299, revenueWan: 90_000 }, "small"],
  [{ employees: 300, revenueWan: 2_000 }, "medium"],
  [{ employees: 1_000, revenueWan: 39_999 }, "medium"],
  [{ employees: 1_000, revenueWan: 40_000 }, "large"],
  [{ employees: 350, revenueWan: null }, "medium"],
  [{ employees: null, revenueWan: null }, null],
])("%j is %s", (size, expected) => {
  expect(sizeClassOf(size)).toBe(expected);
});

test("five others of the same class and size are enough, four are not", async () => {
  const me = await withScore(25);
  await others(4);
  expect((await standingOf(store.db, as(me))).compared).toMatchObject([
    { others: 4, parts: null, industryCode: "C36" },
  ]);
  await others(1);
  const [one] = (await standingOf(store.db, as(me))).compared;
  expect(one).toMatchObject({ others: 5, industryCode: "C3670", isWidened: false, size: "small" });
  expect(one?.parts?.[0]).toMatchObject({ part: "total", own: 25, below: 80, above: 20 });
});

test("too few in the class widens to the group, then to the division, and says so", async () => {
  const me = await withScore(25);
  await others(5, { industryCode: "C3671" });
  expect((await standingOf(store.db, as(me))).compared).toMatchObject([{ industryCode: "C367", isWidened: true }]);
  const far = await withScore(25, { industryCode: "C3811" });
  await others(6, { industryCode: "C3899" });
  expect((await standingOf(store.db, as(far))).compared).toMatchObject([{ industryCode: "C38", others: 6 }]);
});

test("other sizes, other sources, other divisions and drafts do not count; the latest result of each does", async () => {
  const me = await withScore(25);
  await others(5, { employees: 500, revenueWan: 5_000 });
  await others(5, { source: "on_site" });
  await others(5, { industryCode: "C3770" });
  expect((await standingOf(store.db, as(me))).compared).toMatchObject([{ source: "self", others: 0, parts: null }]);
  await others(5);
  const better = await withScore(10);
  await addAssessment(store, { enterpriseId: better, byUserId, score: 99, source: "self", finishedAt: 9 });
  const [one] = (await standingOf(store.db, as(me))).compared;
  expect(one?.parts?.[0]).toMatchObject({ below: 50, above: 50 });
});

test("self and on-site stand side by side, and the history holds every result, the latest first", async () => {
  const me = await withScore(25);
  await addAssessment(store, { enterpriseId: me, byUserId, score: 40, source: "on_site", finishedAt: 5 });
  await addAssessment(store, { enterpriseId: me, byUserId, score: 30, source: "self", finishedAt: 7 });
  await addAssessment(store, {
    enterpriseId: me,
    byUserId,
    score: 1,
    source: "self",
    status: "draft",
    finishedAt: null,
  });
  const { compared, history } = await standingOf(store.db, as(me));
  expect(compared.map(({ source, own }) => [source, own.total])).toEqual([
    ["self", 30],
    ["on_site", 40],
  ]);
  expect(history.map(({ total }) => total)).toEqual([30, 40, 25]);
});

const figure = fc.integer({ min: 0, max: 100 });
const figures: fc.Arbitrary<Figures> = fc.record({
  ...{ total: figure, foundation: figure, management: figure, effect: figure, scenarios: figure, level: figure },
});

test("shares never exceed the whole, quartiles lie in order, and few others show nothing", () => {
  fc.assert(
    fc.property(figures, fc.array(figures, { maxLength: 12 }), (own, all) => {
      const parts = standingAmong(own, all);
      expect(parts === null).toBe(all.length < 5);
      for (const { below, above, lower, median, upper } of parts ?? []) {
        expect(below + above).toBeLessThanOrEqual(100);
        expect(lower <= median && median <= upper).toBe(true);
      }
    }),
  );
  expect(quantile([10, 20, 30, 40], 0.5)).toBe(25);
});
