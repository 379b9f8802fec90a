import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { solution } from "#db/schema/catalogue.server";
import { caseSlug, projectIdOf, shortName } from "~/domain/projects/case-names";
import { publicCase, publicCases } from "~/domain/projects/cases.server";
import { addEnterprise, addProject, addSolution } from "../../world/programme";
import { referenceStore } from "../../world/reference";

async function world() {
  const store = referenceStore();
  const sold = await addSolution(store);
  const enterpriseId = await addEnterprise(store);
  return { store, ...sold, enterpriseId };
}

test("a case is an accepted project with a confirmed rise in level", async () => {
  const { store, providerId, solutionId, enterpriseId } = await world();
  const add = (given: object) => addProject(store, { providerId, solutionId, enterpriseId, ...given });
  const id = await add({});
  await add({ levelAfter: null });
  await add({ levelAfter: 1 });
  await add({ status: "evaluation", acceptedOn: null });
  const { cases } = await publicCases(store.db);
  expect(cases).toMatchObject([
    {
      slug: caseSlug(id),
      enterpriseName: "云岭精密制造",
      solutionTitle: "轻量排程",
      solutionSlug: solutionId,
      levelBefore: 1,
      levelAfter: 2,
    },
  ]);
  expect(await publicCase(store.db, caseSlug(id))).toEqual(cases[0]);
});

test("what was paid is not in a case", async () => {
  const { store, ...ids } = await world();
  await addProject(store, { ...ids, contractFen: 123_456_789 });
  expect(JSON.stringify(await publicCases(store.db))).not.toContain("123456789");
});

test("pages follow each other without gap or double, also on one day", async () => {
  const { store, providerId, solutionId, enterpriseId } = await world();
  const slugs: string[] = [];
  for (const acceptedOn of ["2024-01-01", "2024-01-02", "2024-01-02", "2024-01-02", "2024-01-05"]) {
    slugs.unshift(caseSlug(await addProject(store, { providerId, solutionId, enterpriseId, acceptedOn })));
  }
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await publicCases(store.db, {}, { after, per: 2 });
    seen.push(...page.cases.map((shown) => shown.slug));
    after = page.next;
  } while (after);
  expect(seen).toEqual(slugs);
});

test("scenario, park and industry narrow the list", async () => {
  const { store, providerId, solutionId, enterpriseId } = await world();
  await addProject(store, { providerId, solutionId, enterpriseId, scenarios: ["planning", "quality"] });
  expect(
    (await publicCases(store.db, { scenario: "quality", parkSlug: "nanchang-etdz", industry: "C36" })).cases,
  ).toHaveLength(1);
  expect((await publicCases(store.db, { scenario: "hr" })).cases).toEqual([]);
  expect((await publicCases(store.db, { industry: "C37" })).cases).toEqual([]);
});

test("a case stays when its solution is taken down, without the link", async () => {
  const { store, providerId, solutionId, enterpriseId } = await world();
  await addProject(store, { providerId, solutionId, enterpriseId });
  await store.write((tx) => tx.update(solution).set({ status: "suspended" }).where(eq(solution.id, solutionId)));
  expect((await publicCases(store.db)).cases).toMatchObject([{ solutionTitle: "轻量排程", solutionSlug: null }]);
});

test("an unknown address is null", async () => {
  const { store } = await world();
  expect(await publicCase(store.db, "prj-unknown")).toBeNull();
});

test("the slug leads back to the project", () => {
  expect(projectIdOf(caseSlug("prj_01hx"))).toBe("prj_01hx");
});

test.each([
  ["南昌云岭精密制造有限公司", ["江西省", "南昌市", "南昌县"], "云岭精密制造"],
  ["江西省青禾食品股份有限公司", ["江西省", "宜春市"], "青禾食品"],
  ["江西赣禾科技有限责任公司", ["江西省", "赣州市"], "赣禾科技"],
  ["赣州厂", ["江西省", "赣州市"], "赣州厂"],
  ["和光公司", [], "和光"],
])("%s is called %s", (name, places, short) => {
  expect(shortName(name, places)).toBe(short);
});
