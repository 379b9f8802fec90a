import { expect, test } from "vitest";
import { comparedFields, differingFields } from "~/domain/catalogue/comparison";

const content = {
  scenarios: ["planning", "quality"],
  industries: [],
  deployment: ["saas" as const],
  priceModel: "subscription" as const,
  priceMinFen: 100,
  priceMaxFen: null,
  firstYearCostFen: 300,
  deployDays: 15,
  levelFrom: 0,
  levelTo: 2,
  hardware: "网关",
  trial: true,
  ai: false,
  regions: [],
  parks: [],
  functions: "排产",
  effects: "",
  service: "",
  dataExport: "",
  security: "",
};

test("the same in another order, or with blanks around it, is no difference", () => {
  const same = { ...content, scenarios: ["quality", "planning"], hardware: " 网关\n" };
  expect(differingFields([content, same])).toEqual(new Set());
});

test("nothing said differs from something said, and one of three is enough", () => {
  const other = { ...content, priceMaxFen: 500, trial: false, regions: ["360100"] };
  expect([...differingFields([content, content, other])]).toEqual(["priceMaxFen", "trial", "regions"]);
});

test("one solution differs from nothing", () => {
  expect(differingFields([content]).size).toBe(0);
  expect(new Set(comparedFields).size).toBe(comparedFields.length);
});
