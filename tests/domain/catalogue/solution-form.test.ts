import { describe, expect, test } from "vitest";
import { sectionForms } from "~/domain/catalogue/solution-form";
import { missingForSubmit, solutionSections } from "~/domain/catalogue/solution-sections";
import { missingForApproval, ProviderForm } from "~/domain/catalogue/provider-form";
import { profile, sections } from "../../world/market";

const complete = Object.assign({}, ...Object.values(sections));

function firstError(result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string; code: string }[] };
}) {
  const issue = result.error?.issues[0];
  return issue ? { field: issue.path[0], message: issue.message, code: issue.code } : null;
}

test("a section may be saved empty, the title aside", () => {
  for (const { key } of solutionSections) {
    const saved = sectionForms[key].safeParse(key === "basics" ? { title: "轻量排产" } : {});
    expect(saved.success, key).toBe(true);
  }
  expect(firstError(sectionForms.basics.safeParse({ title: "  " }))?.message).toBe("form:required");
});

test.each([
  ["price", { priceMinFen: "-1" }, "priceMinFen"],
  ["price", { priceMinFen: "3", priceMaxFen: "2" }, "priceMaxFen"],
  ["delivery", { levelFrom: "3", levelTo: "2" }, "levelTo"],
  ["delivery", { levelTo: "5" }, "levelTo"],
  ["delivery", { deployDays: "0" }, "deployDays"],
  ["functions", { description: "字".repeat(100_000) }, "description"],
  ["basics", { title: "字".repeat(61) }, "title"],
  ["price", { deployment: ["cloud"] }, "deployment"],
  ["proof", { keywords: Array.from({ length: 13 }, (_, n) => `词${n}`).join(",") }, "keywords"],
] as const)("%s refuses %o at %s", (key, typed, field) => {
  const result = sectionForms[key].safeParse({ title: "甲", ...typed });
  expect(firstError(result)?.field).toBe(field);
});

test("money typed in yuan becomes fen, full-width digits too", () => {
  expect(sectionForms.price.parse({ priceMinFen: "１２，０００", priceModel: "usage", deployment: "saas" })).toEqual({
    deployment: ["saas"],
    priceModel: "usage",
    priceMinFen: 1_200_000,
    priceMaxFen: null,
    firstYearCostFen: null,
  });
});

test("keywords are split at any separator and kept once", () => {
  expect(sectionForms.proof.parse({ keywords: "APS，排产、aps\nAPS" }).keywords).toEqual(["APS", "排产", "aps"]);
});

test("emoji are letters like others", () => {
  expect(sectionForms.basics.parse({ title: "排产🚀" }).title).toBe("排产🚀");
});

describe("missingForSubmit", () => {
  test("names nothing of a complete version", () => expect(missingForSubmit(complete)).toEqual([]));

  test("names each field left empty with its section", () => {
    expect(missingForSubmit({ ...complete, scenarios: [], levelTo: null, service: "" })).toEqual([
      { section: "audience", field: "scenarios" },
      { section: "delivery", field: "levelTo" },
      { section: "proof", field: "service" },
    ]);
  });

  test("level 0 is a level, and what is free needs no price", () => {
    expect(missingForSubmit({ ...complete, levelFrom: 0, priceModel: "free", priceMinFen: null })).toEqual([]);
    expect(missingForSubmit({ ...complete, priceMinFen: null })).toEqual([{ section: "price", field: "priceMinFen" }]);
  });
});

test("a profile names what the park still needs", () => {
  expect(missingForApproval(profile)).toEqual([]);
  expect(missingForApproval({ ...profile, staff: null, contactPhone: "" })).toEqual(["staff", "contactPhone"]);
  expect(
    firstError(ProviderForm.safeParse({ type: "product", website: "javascript:alert(1)", seenEdit: "1" }))?.field,
  ).toBe("website");
});
