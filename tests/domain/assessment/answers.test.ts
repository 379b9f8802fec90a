import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { expect, test } from "vitest";
import { filledUp, readAnswers, sectionForm } from "~/domain/assessment/answers";
import { figureOf } from "~/domain/assessment/derivation";
import { sectionsOf } from "~/domain/assessment/sections";
import { codeOfIssue } from "~/i18n/form-errors";
import { national, question } from "./national";

function submit(slug: string, fields: Array<[string, string]>) {
  const section = sectionsOf(national).find((one) => one.slug === slug);
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return parseWithZod(body, {
    schema: sectionForm(section?.questions ?? []),
    disableAutoCoercion: true,
    error: codeOfIssue,
  });
}

function errorsOf(slug: string, fields: Array<[string, string]>) {
  return submit(slug, fields).reply().error ?? {};
}

test("a section saves half done: what was not touched is open", () => {
  const submission = submit("equipment-system", [
    ["q01_network", "B"],
    ["q01_network", "C"],
    ["equip_total", "１２０"],
  ]);
  expect(submission.status === "success" && submission.value.answers).toEqual({
    q01_network: { choice: ["B", "C"], numbers: {} },
    q02_equipment_digitised: { choice: [], numbers: { equip_total: 120, equip_digital: null } },
    q03_equipment_networked: { choice: [], numbers: { equip_networked: null } },
  });
});

test.each([
  [0, 100, "A"],
  [10, 100, "A"],
  [11, 100, "B"],
  [1, 5, "B"],
  [2, 5, "C"],
  [3, 5, "D"],
  [61, 100, "E"],
  [7, 7, "E"],
])("%d digitised of %d choose option %s, whatever was chosen by hand", (part, whole, option) => {
  const submission = submit("equipment-system", [
    ["equip_total", String(whole)],
    ["equip_digital", String(part)],
    ["q02_equipment_digitised", "C"],
  ]);
  expect(submission.status === "success" && submission.value.answers.q02_equipment_digitised?.choice).toEqual([option]);
});

test("without the counts the choice by hand stands", () => {
  const submission = submit("equipment-system", [["q02_equipment_digitised", "D"]]);
  expect(submission.status === "success" && submission.value.answers.q02_equipment_digitised?.choice).toEqual(["D"]);
});

test.each([
  [
    "equipment-system",
    [
      ["equip_total", "10"],
      ["equip_digital", "11"],
    ],
    { equip_digital: ["assessment:error.part_exceeds_whole"] },
  ],
  [
    "equipment-system",
    [
      ["equip_total", "10"],
      ["equip_networked", "11"],
    ],
    { equip_networked: ["assessment:error.part_exceeds_whole"] },
  ],
  ["equipment-system", [["equip_total", "ten"]], { equip_total: ["form:whole_number"] }],
  [
    "equipment-system",
    [
      ["q01_network", "A"],
      ["q01_network", "B"],
    ],
    { q01_network: ["assessment:error.none_alone"] },
  ],
  ["equipment-system", [["q01_network", "Z"]], { q01_network: ["form:choose"] }],
] satisfies Array<[string, Array<[string, string]>, Record<string, string[]>]>)(
  "%s refuses %o",
  (slug, fields, errors) => {
    expect(errorsOf(slug, fields)).toEqual(errors);
  },
);

test("a hundred thousand characters in a number field are refused at the field", () => {
  expect(Object.keys(errorsOf("effect", [["energy_last", "9".repeat(100_000)]]))).toEqual(["energy_last"]);
  expect(Object.keys(errorsOf("effect", [["pass_rate", "100.5"]]))).toEqual(["pass_rate"]);
});

test.each([
  ["q14_revenue_per_head", { revenue_last: 1000, staff_last: 10, revenue_prev: 900, staff_prev: 10 }, "C"],
  ["q14_revenue_per_head", { revenue_last: 0.3, staff_last: 3, revenue_prev: 0.1, staff_prev: 1 }, "B"],
  ["q14_revenue_per_head", { revenue_last: 900, staff_last: 10, revenue_prev: 1000, staff_prev: 10 }, "A"],
  ["q15_cost_per_revenue", { cost_last: 80, revenue_last: 100, cost_prev: 85, revenue_prev: 100 }, "C"],
  ["q12_energy_intensity", { energy_last: 12, revenue_last: 100, energy_prev: 12, revenue_prev: 100 }, "B"],
  ["q13_pass_rate", { pass_rate: 98.2, pass_rate_prev: 97 }, "C"],
  ["q11_funding", { digital_invest_avg: 20, revenue_avg: 100 }, "B"],
])("%s with %o is option %s", (key, numbers, option) => {
  expect(figureOf(question(key), numbers)?.option).toBe(option);
});

test.each([
  ["q02_equipment_digitised", { equip_total: 0, equip_digital: 0 }],
  ["q02_equipment_digitised", { equip_total: 10 }],
  ["q15_cost_per_revenue", { cost_last: 80, revenue_last: 0, cost_prev: 85, revenue_prev: 100 }],
])("%s cannot be counted from %o", (key, numbers) => {
  expect(figureOf(question(key), numbers)).toBeNull();
});

test("a share always falls in exactly one option, the one its percentage lies in", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (whole, seed) => {
      const part = seed % (whole + 1);
      const { options, derivation } = question("q02_equipment_digitised");
      const figure = figureOf({ options, derivation }, { equip_digital: part, equip_total: whole });
      const share = (part * 100) / whole;
      const expected = share <= 10 ? "A" : share <= 20 ? "B" : share <= 40 ? "C" : share <= 60 ? "D" : "E";
      expect(figure?.option).toBe(expected);
    }),
  );
});

test("kept answers are read back without what the scheme does not know", () => {
  expect(readAnswers(national, "nonsense")).toEqual({});
  expect(
    readAnswers(national, {
      q01_network: { choice: ["A", "B"], numbers: {} },
      q05_system_coverage: { choice: ["C", "D", "Z"], numbers: { made_up: 1 } },
      q02_equipment_digitised: { choice: ["E"], numbers: { equip_total: 100, equip_digital: 5 } },
      gone: { choice: ["A"], numbers: {} },
    }),
  ).toEqual({
    q01_network: { choice: [], numbers: {} },
    q02_equipment_digitised: { choice: ["A"], numbers: { equip_total: 100, equip_digital: 5 } },
    q05_system_coverage: { choice: ["C"], numbers: {} },
  });
});

test("filling up leaves what is answered", () => {
  const [mine, theirs] = [
    { choice: ["A"], numbers: {} },
    { choice: ["B"], numbers: {} },
  ];
  expect(filledUp({ q05: mine, q08: { choice: [], numbers: {} } }, { q05: theirs, q08: theirs })).toEqual({
    q05: mine,
    q08: theirs,
  });
});
