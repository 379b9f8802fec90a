import { expect, test } from "vitest";
import { scheme as schemeTable } from "#db/schema/assessment.server";
import { fieldsOf } from "~/domain/assessment/derivation";
import { questionsOf, scenarioQuestionsOf } from "~/domain/assessment/scheme";
import { parseScheme, readScheme } from "~/domain/assessment/scheme.server";
import { sectionsOf } from "~/domain/assessment/sections";
import { testStore } from "../../world/store";
import { content, national, question } from "./national";

test("the national scheme has 15 scored questions and 16 scenarios, and its sums hold", () => {
  expect(questionsOf(national)).toHaveLength(31);
  expect(scenarioQuestionsOf(national)).toHaveLength(16);
  expect(national.gates.map(({ minScore }) => minScore)).toEqual([20, 40, 60, 80]);
  expect(national.areGatesProvisional).toBe(true);
});

test.each([
  ["a dimension off its weight", (text: string) => text.replace('"max_score":50', '"max_score":51'), "50/30/20"],
  [
    "a question off its points",
    (text: string) => text.replace('"score":1.875', '"score":1.875,"x":1').replace('"max_score":7.5', '"max_score":8'),
    "sum",
  ],
  [
    "a constrained mark without its scenario in the list",
    (text: string) => text.replace('"warehouse_logistics","finance"]', '"finance"]'),
    "marks disagree",
  ],
  [
    "a gate that falls",
    (text: string) => text.replace('"min_score":60,"min_scenes":8', '"min_score":60,"min_scenes":5'),
    "asks for less",
  ],
])("refuses %s", (_what, change, reason) => {
  expect(() => parseScheme(JSON.parse(change(JSON.stringify(content))))).toThrow(reason);
});

test("counts, changes and the platform's own fields become derivations", () => {
  expect(question("q03_equipment_networked").derivation).toEqual({
    kind: "share",
    of: "equip_networked",
    total: "equip_total",
  });
  expect(question("q11_funding").numberFields.map(({ key }) => key)).toEqual(["digital_invest_avg", "revenue_avg"]);
  expect(question("q12_energy_intensity").derivation?.kind).toBe("change");
  expect(question("q13_pass_rate").numberFields.map(({ key }) => key)).toEqual(["pass_rate", "pass_rate_prev"]);
});

test("Chinese is set with full-width marks, formulas and ranges as they are", () => {
  expect(question("q01_network").textZh).toBe("企业网络建设连接情况（可多选）");
  expect(question("q01_network").options[1]?.labelZh).toBe("车间建有工控网，可支撑自动化控制");
  expect(question("q02_equipment_digitised").options[1]?.labelZh).toBe("(10%,20%]");
  expect(question("s_product_design").topicZh).toBe("产品设计");
});

test("every question is on exactly one page, with the fields it is counted from", () => {
  const sections = sectionsOf(national);
  expect(sections.map(({ slug }) => slug)).toEqual([
    "equipment-system",
    "data-acquisition",
    "information-security",
    "product-lifecycle",
    "production",
    "supply-chain",
    "management-decision",
    "management",
    "effect",
  ]);
  expect(sections.flatMap(({ questions }) => questions)).toEqual(questionsOf(national));
  for (const { questions } of sections) {
    const asked = questions.flatMap(({ numberFields }) => numberFields.map(({ key }) => key));
    for (const { derivation } of questions)
      if (derivation) expect(asked).toEqual(expect.arrayContaining(fieldsOf(derivation)));
  }
});

test("the newest version in effect is read; an older one stays readable by number", async () => {
  const store = testStore();
  const key = "miit_sme_2024";
  await store.write((tx) =>
    tx.insert(schemeTable).values([
      { key, version: 901, effectiveOn: "2020-01-01", content },
      { key, version: 902, effectiveOn: "2021-01-01", content: { ...content, edition: "later" } },
      { key, version: 903, effectiveOn: "9999-01-01", content: { ...content, edition: "not yet" } },
    ]),
  );
  expect((await readScheme(store.db)).scheme.edition).toBe("later");
  expect((await readScheme(store.db, { version: 901 })).scheme.edition).toBe("2024年版");
  await expect(readScheme(store.db, { key: "jiangxi_l" })).rejects.toThrow("load the reference data");
});
