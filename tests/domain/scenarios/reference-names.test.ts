import { expect, test } from "vitest";
import { referenceNames } from "~/domain/scenarios/reference-names";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { referenceStore } from "../../world/reference";

async function names() {
  const reference = await referenceOf(referenceStore().db);
  return { reference, names: referenceNames(reference) };
}

test("every code, slug, key and name of the reference data finds its own", async () => {
  const { reference, names: find } = await names();
  for (const { code, nameZh } of reference.industries.values()) {
    expect(find.industry(code)).toBe(code);
    expect(find.industry(nameZh)).toSatisfy((found: string) => code.startsWith(found));
    expect(find.industryClass(nameZh)).toSatisfy((found: string) => found.startsWith(code));
  }
  for (const { slug, nameZh, nameEn } of reference.parks.values())
    expect([find.park(slug), find.park(nameZh), find.park(nameEn)]).toEqual([slug, slug, slug]);
  for (const { code, nameZh } of reference.regions.values())
    expect([find.region(code), find.region(nameZh)]).toEqual([code, code]);
  for (const { key, kind, nameZh, nameEn } of reference.scenarios.values())
    if (kind !== "example")
      expect([find.scenario(key), find.scenario(nameZh), find.scenario(nameEn)]).toEqual([key, key, key]);
});

test("codes without their letter, full-width and lower case are found; examples of scenarios and rest are not", async () => {
  const { reference, names: find } = await names();
  expect([find.industry("3670"), find.industry("c3670"), find.industry("Ｃ３６")]).toEqual(["C3670", "C3670", "C36"]);
  const example = [...reference.scenarios.values()].find(({ kind }) => kind === "example");
  expect(find.scenario(example?.key ?? "")).toBe(null);
  expect([find.industry(""), find.park("园区"), find.region("南昌")]).toEqual([null, null, null]);
});

test("a name two things share finds neither", async () => {
  const { reference } = await names();
  const [one, other] = [...reference.parks.values()];
  if (!one || !other) throw new Error("the reference data has no two parks");
  const parks = new Map([one, { ...other, nameZh: one.nameZh }].map((park) => [park.slug, park]));
  const find = referenceNames({ ...reference, parks });
  expect(find.park(one.nameZh)).toBe(null);
  expect(find.park(one.slug)).toBe(one.slug);
  expect(find.regionOfPark(other.slug)).toBe(other.regionCode);
});
