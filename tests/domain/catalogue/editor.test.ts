import { expect, test } from "vitest";
import { industryTree, placeTree, scenarioStages } from "~/domain/catalogue/audience-options";
import { editorDefaults } from "~/domain/catalogue/editor-defaults";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { previewCard } from "~/domain/catalogue/preview-card";
import { sectionForms } from "~/domain/catalogue/solution-form";
import { solutionSections } from "~/domain/catalogue/solution-sections";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { sections } from "../../world/market";
import { referenceStore } from "../../world/reference";

const content = {
  ...sections.basics,
  ...sections.functions,
  ...sections.audience,
  ...sections.price,
  ...sections.delivery,
  ...sections.security,
  ...sections.proof,
};

test("what the form shows of a version is read back as the same version", () => {
  const typed = {
    ...editorDefaults(content),
    trial: content.trial ? "on" : undefined,
    ai: content.ai ? "on" : undefined,
  };
  const read = solutionSections.map(({ key }) => sectionForms[key].parse(typed));
  expect(Object.assign({}, ...read)).toEqual(content);
});

test("fen that are no whole yuan survive the form", () => {
  const shown = editorDefaults({ ...content, priceMinFen: 1_234_56 });
  expect(shown.priceMinFen).toBe("1234.56");
  expect(sectionForms.price.parse({ ...shown, priceMaxFen: "" }).priceMinFen).toBe(1_234_56);
});

test("every scenario but the examples is offered once, under its stage", async () => {
  const reference = await referenceOf(referenceStore().db);
  const stages = scenarioStages(reference);
  const keys = stages.flatMap(({ scenarios }) => scenarios.map(({ code }) => code));
  expect(keys).toHaveLength(23);
  expect(new Set(keys).size).toBe(23);
});

test("an industry class from an import stays chosen though only divisions and groups are offered", async () => {
  const reference = await referenceOf(referenceStore().db);
  const tree = industryTree(reference, ["C36", "C367", "C3670"]);
  expect(tree.others.map(({ code }) => code)).toEqual(["C3670"]);
  expect(tree.branches.find(({ code }) => code === "C36")?.finer.map(({ code }) => code)).toContain("C367");
});

test("every park is offered once, and a county from an import stays chosen", async () => {
  const reference = await referenceOf(referenceStore().db);
  const places = placeTree(reference, ["360100", "360121"]);
  const parks = [...places.branches.flatMap(({ finer }) => finer), ...places.parksAcross].map(({ code }) => code);
  expect(parks.toSorted()).toEqual([...reference.parks.keys()].toSorted());
  expect(places.others.map(({ code }) => code)).toEqual(["360121"]);
});

test("codes are named, and one that left the reference data stands for itself", async () => {
  const reference = await referenceOf(referenceStore().db);
  const names = namedCodes(reference, { industries: ["C36", "X9"], scenarios: ["planning"], parks: [], regions: [] });
  expect(names.industries.map(({ nameZh }) => nameZh)).toEqual(["汽车制造业", "X9"]);
  expect(names.scenarios[0]?.nameZh).toBe("计划排程");
});

test("a preview shows what was declared until projects have measured it", async () => {
  const reference = await referenceOf(referenceStore().db);
  const declared = previewCard(content, { acceptedProjects: 0, medianDays: null }, reference);
  expect([declared.days, declared.areDaysMeasured]).toEqual([15, false]);
  const measured = previewCard(content, { acceptedProjects: 3, medianDays: 12 }, reference);
  expect([measured.days, measured.areDaysMeasured, measured.acceptedProjects]).toEqual([12, true, 3]);
});
