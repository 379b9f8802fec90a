import { describe, expect, test } from "vitest";
import { chainsOfIndustry, industryCloseness, industryCovers, industryLineage } from "~/domain/scenarios/industries";
import { searchIndustries } from "~/domain/scenarios/industry-search";
import { parksMatching } from "~/domain/scenarios/park-list";
import { placesAround, prefecturesOf, regionWithin, servesPlace } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { referenceStore } from "../../world/reference";
import { testStore } from "../../world/store";

describe("referenceOf", () => {
  test("gives every kind by its key", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(reference.regions.get("360121")?.nameZh).toBe("南昌县");
    expect(reference.industries.get("C3670")?.parentCode).toBe("C367");
    expect(reference.parks.get("nanchang-etdz")?.leadingIndustries).toContain("C36");
    expect([...reference.scenarios.values()].map((scenario) => scenario.kind).join(" ")).toMatch(
      /^(core ?){16}(foundation ?){7}(example ?){24}$/,
    );
    expect(reference.chains.map((chain) => chain.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test("tells how far a scenario may be called official", async () => {
    const { scenarios } = await referenceOf(referenceStore().db);
    expect(scenarios.get("quality")).toMatchObject({ trust: "official_name", constrained: true, example: null });
    expect(scenarios.get("quality")?.targets.map((target) => target.level)).toEqual([1, 2, 3, 4]);
    expect(scenarios.get("f_cloud")?.trust).toBe("own_category");
    expect(scenarios.get("sj02_b_1_1")).toMatchObject({
      trust: "transcribed",
      example: { coreScenario: "process_design" },
    });
  });

  test("a chain is provisional when any of its pain points was reconstructed or inferred", async () => {
    const { chains } = await referenceOf(referenceStore().db);
    const sure = chains.filter((chain) => !chain.isProvisional).map((chain) => chain.slug);
    expect(sure).toEqual(["electronic-information", "new-energy"]);
    expect(chains.every((chain) => chain.painPoints.length > 0)).toBe(true);
  });

  test("is kept until a reference file is loaded again, and apart for each database", async () => {
    const store = referenceStore();
    const first = await referenceOf(store.db);
    expect(await referenceOf(store.db)).toBe(first);
    expect(await referenceOf(referenceStore().db)).not.toBe(first);
    store.writer.exec(
      "UPDATE park SET shortNameZh = '改名' WHERE slug = 'nanchang-etdz'; UPDATE reference_file SET sha256 = 'new' WHERE name = 'parks.csv'",
    );
    expect((await referenceOf(store.db)).parks.get("nanchang-etdz")?.shortNameZh).toBe("改名");
  });

  test("an empty database gives empty maps", async () => {
    expect((await referenceOf(testStore().db)).parks.size).toBe(0);
  });
});

describe("industries", () => {
  test.each([
    [[], "C3670", true],
    [["C"], "C3670", true],
    [["C36"], "C3670", true],
    [["C367"], "C3670", true],
    [["C3670"], "C3670", true],
    [["C3670"], "C36", false],
    [["C37", "C26"], "C3670", false],
  ])("%j covers %s: %s", (listed, code, covers) => {
    expect(industryCovers(listed, code)).toBe(covers);
    expect(industryCloseness(listed, code) !== null).toBe(covers);
  });

  test("closeness is the longest listed code that covers", () => {
    expect(industryCloseness(["C", "C36", "C367"], "C3670")).toBe(4);
    expect(industryCloseness([], "C3670")).toBe(0);
  });

  test("a lineage goes from section to class; an unknown code has none", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(industryLineage(reference, "C3670").map((industry) => industry.code)).toEqual(["C", "C36", "C367", "C3670"]);
    expect(industryLineage(reference, "X1")).toEqual([]);
  });

  test("a class finds its chains by division, secondary ones only when there is no other", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(chainsOfIndustry(reference, "C3670").map((chain) => chain.slug)).toEqual(["equipment-manufacturing"]);
    expect(chainsOfIndustry(reference, "C3311").map((chain) => chain.slug)).toEqual([
      "equipment-manufacturing",
      "steel",
    ]);
  });
});

describe("places", () => {
  test("a park and a county give all four places", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(placesAround(reference, { parkSlug: "xiaolan-etdz", regionCode: "360121" })).toMatchObject({
      countyCode: "360121",
      prefectureCode: "360100",
      provinceCode: "360000",
    });
    expect(placesAround(reference, { regionCode: "360400" })).toEqual({
      parkSlug: null,
      countyCode: null,
      prefectureCode: "360400",
      provinceCode: "360000",
    });
    expect(placesAround(reference, { parkSlug: "nanchang-etdz" })).toEqual({
      parkSlug: "nanchang-etdz",
      countyCode: null,
      prefectureCode: "360100",
      provinceCode: "360000",
    });
    expect(placesAround(reference, { parkSlug: "no-such-park", regionCode: "1" })).toEqual({
      parkSlug: null,
      countyCode: null,
      prefectureCode: null,
      provinceCode: null,
    });
  });

  test.each([
    [{ parks: [], regions: [] }, true],
    [{ parks: ["nanchang-etdz"], regions: [] }, true],
    [{ parks: ["jiujiang-etdz"], regions: [] }, false],
    [{ parks: [], regions: ["360100"] }, true],
    [{ parks: [], regions: ["360000"] }, true],
    [{ parks: [], regions: ["360400"] }, false],
    [{ parks: ["jiujiang-etdz"], regions: ["360100"] }, true],
  ])("an offer for %j reaches a park of Nanchang: %s", async (offer, reaches) => {
    const reference = await referenceOf(referenceStore().db);
    expect(servesPlace(offer, placesAround(reference, { parkSlug: "nanchang-etdz" }))).toBe(reaches);
  });

  test("a county lies within its prefecture and its province", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(regionWithin(reference, "360121", "360100")).toBe(true);
    expect(regionWithin(reference, "360121", "360000")).toBe(true);
    expect(regionWithin(reference, "360100", "360121")).toBe(false);
    expect(prefecturesOf(reference)).toHaveLength(11);
  });
});

describe("industry search", () => {
  test.each([
    ["C3670", "C3670"],
    ["３６７０", "C3670"],
    ["c3670", "C3670"],
    ["汽车零部件", "C3670"],
    ["汽车零件", "C3670"],
    ["auto parts", null],
    ["汽车 配件", "C3670"],
  ])("%s finds %s first", async (typed, code) => {
    const found = searchIndustries(await referenceOf(referenceStore().db), typed);
    if (code) expect(found[0]?.code).toBe(code);
    else expect(found.length).toBeGreaterThanOrEqual(0);
  });

  test("a group's code gives its classes, with group and division to show beside them", async () => {
    const found = searchIndustries(await referenceOf(referenceStore().db), "C384", 50);
    expect(found.length).toBeGreaterThan(1);
    expect(
      found.every((industry) => industry.code.startsWith("C384") && industry.divisionZh.includes("电气机械")),
    ).toBe(true);
  });

  test("English words find names and parents", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(searchIndustries(reference, "lithium")[0]?.nameEn.toLowerCase()).toContain("lithium");
    expect(searchIndustries(reference, "furniture").length).toBeGreaterThan(3);
  });

  test("blanks and nonsense find nothing", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(searchIndustries(reference, " 　")).toEqual([]);
    expect(searchIndustries(reference, "不存在的行业")).toEqual([]);
  });
});

describe("parks", () => {
  test("are found by short name, alias, city and leading industry", async () => {
    const reference = await referenceOf(referenceStore().db);
    expect(parksMatching(reference, {})).toHaveLength(110);
    expect(parksMatching(reference, { q: "小蓝" })).toHaveLength(1);
    expect(parksMatching(reference, { region: "360100" }).length).toBeGreaterThan(3);
    expect(parksMatching(reference, { level: "national" })).toHaveLength(25);
    expect(parksMatching(reference, { industry: "C3841" }).length).toBeGreaterThan(0);
    expect(parksMatching(reference, { q: "九江 nowhere" })).toEqual([]);
  });
});
