/** Everything a reader needs to know about one solution, composed from its scenario and its trade. */
import type { solutionVersion } from "#db/schema/catalogue.server";
import type { Deployment, PriceModel } from "#db/vocabulary/catalogue";
import { fill, wordsOf, type Words } from "./fill";
import { familyOf, type Places } from "./places";
import { itemAt, type Random } from "./random";
import { families, generalFamily } from "./texts/families";
import type { Family } from "./texts/family";
import { generalNotes } from "./texts/provider-texts";
import { brandTitleForms, closings, openings, processTitleForms, titleForms } from "./texts/solution-phrases";
import { scenarioTexts, textOf } from "./texts/scenario-texts";
import type { DemoProvider } from "./world";

type Content = Omit<typeof solutionVersion.$inferInsert, "id" | "solutionId" | "number" | "status" | "createdAt">;
export type SolutionContent = Content & { title: string; primary: string };

const FEN = 100;
const MIXED_SHARE = 0.05;
/** Scenarios of which one step of production may be named in the title. */
const NEAR_PROCESS = [
  "planning",
  "production_control",
  "quality",
  "equipment",
  "process_design",
  "energy",
  "safety",
  "f_equipment_iot",
  "f_ai",
];
/** Scenarios that come with machines and sensors. */
const NEAR_MACHINES = ["equipment", "energy", "safety", "f_equipment_iot", "f_ai", "f_network"];

export function composeContent(owner: DemoProvider, places: Places, random: Random, wanted?: string): SolutionContent {
  const primary =
    wanted ?? (random.chance(0.8) ? random.pick(owner.scenarios) : random.pick(Object.keys(scenarioTexts)));
  const text = textOf(primary);
  const { family, industries, label } = tradeOf(owner, places, random);
  const words: Words = { ...wordsOf(family, random), 标签: label, 品牌: owner.brand.zh };
  const say = (lines: readonly string[]) => fill(random.pick(lines), words, random);
  const sayAll = (lines: readonly string[], count: number) =>
    random.some(lines, count).map((line) => fill(line, words, random));
  const noun = fill(random.pick(random.chance(MIXED_SHARE) ? text.mixed : text.nouns), words, random);
  const scenarios = scenariosAround(primary, owner, random);
  const second = itemAt(scenarios, scenarios.length - 1);
  const extra = second === primary ? [] : sayAll(textOf(second).functions, 2);
  const hardware = say(text.hardware);
  const deployment = deploymentOf(primary, hardware, random);
  const description = [
    `${say(openings)}${sayAll(text.pains, 2).join("；")}。`,
    sayAll(text.how, 2).join(""),
    `${sayAll(text.result, 2).join("")}${say(closings)}`,
  ];
  return {
    primary,
    title: spaced(fill(random.pick(formsFor(primary, family, industries)), { ...words, 名称: noun }, random)),
    summary: say(text.pitch),
    description: description.join("\n\n"),
    painPoints: sayAll(text.pains, 3).join("\n"),
    functions: [...sayAll(text.functions, random.whole(4, 6)), ...extra].join("\n"),
    effects: sayAll(text.effects, random.whole(2, 3)).join("\n"),
    industries,
    scenarios,
    ...reachOf(owner, random),
    deployment,
    ...pricesOf(primary, owner, random),
    deployDays: daysOf(primary, owner, random),
    ...levelsOf(random),
    hardware,
    dataExport: random.pick(generalNotes.dataExport),
    security: random.pick(generalNotes.security),
    service: fill(random.pick(generalNotes.service), words, random),
    ai: primary === "f_ai" || random.chance(primary === "quality" || primary === "safety" ? 0.35 : 0.12),
    trial: random.chance(deployment.includes("saas") ? 0.45 : 0.15),
    keywords: [...new Set([...random.some(text.keywords, 4), label, words.工序 ?? ""])].filter(Boolean),
  };
}

/** One trade may stand in the title; several do not fit, and "all" has no steps of its own. */
function formsFor(primary: string, family: Family, industries: readonly string[]): readonly string[] {
  if (industries.length > 1) return brandTitleForms;
  return family !== generalFamily && NEAR_PROCESS.includes(primary) ? processTitleForms : titleForms;
}

/** Latin words stand apart from Chinese ones. */
function spaced(title: string): string {
  return title.replace(/([\u4e00-\u9fff])([A-Za-z0-9])/g, "$1 $2").replace(/([A-Za-z0-9])([\u4e00-\u9fff])/g, "$1 $2");
}

/** Cheap enough for a provider to give away its first module. */
function isLight(primary: string): boolean {
  return textOf(primary).yearly[0] < 9_000 && !NEAR_MACHINES.includes(primary);
}

function tradeOf(
  owner: DemoProvider,
  places: Places,
  random: Random,
): { family: Family; industries: string[]; label: string } {
  const listed = owner.industries;
  if (listed.length === 0 && random.chance(0.5))
    return { family: generalFamily, industries: [], label: generalFamily.label };
  const code = listed.length > 0 ? random.pick(listed) : random.pick(random.pick(families).codes);
  const family = familyOf(code);
  const inside = places.classesUnder(code);
  const group = inside.length > 0 && random.chance(0.35) ? random.pick(inside).code.slice(0, 4) : code;
  const name = places.industryNames.get(group)?.replace(/(制造|加工|生产|业|制造业)$/, "") ?? "";
  const isPlain = name.length >= 2 && name.length <= 6 && !/[、和及其他未的()（）]/.test(name);
  const more = listed.filter((other) => other !== code && random.chance(0.4));
  return { family, industries: [group, ...more], label: group !== code && isPlain ? name : family.label };
}

/** The main scenario and up to three more, mostly from what the provider does anyway. */
function scenariosAround(primary: string, owner: DemoProvider, random: Random): string[] {
  const others = [...owner.scenarios, random.pick(Object.keys(scenarioTexts))].filter((key) => key !== primary);
  return [
    primary,
    ...new Set(
      random.some(
        others,
        random.weighted([
          [0, 35],
          [1, 35],
          [2, 20],
          [3, 10],
        ]),
      ),
    ),
  ];
}

function reachOf(owner: DemoProvider, random: Random): { parks: string[]; regions: string[] } {
  const kind = random.weighted([
    ["everywhere", 80],
    ["city", 12],
    ["park", 8],
  ]);
  if (kind === "everywhere") return { parks: [], regions: [] };
  return kind === "city" ? { parks: [], regions: [owner.prefectureCode] } : { parks: [owner.parkSlug], regions: [] };
}

function deploymentOf(primary: string, hardware: string, random: Random): Deployment[] {
  if (NEAR_MACHINES.includes(primary))
    return random.weighted<Deployment[]>([
      [["edge", "saas"], 40],
      [["edge", "on_premises"], 25],
      [["hybrid"], 20],
      [["saas"], 15],
    ]);
  if (hardware.includes("本地")) return ["on_premises"];
  return random.weighted<Deployment[]>([
    [["saas"], 55],
    [["saas", "on_premises"], 15],
    [["on_premises"], 18],
    [["hybrid"], 12],
  ]);
}

/** Integrators bring more work with them, and cost and take accordingly. */
function factorOf(owner: DemoProvider): number {
  return { product: 1, chain_leader: 1.2, integrator: 1.6 }[owner.type];
}

function pricesOf(primary: string, owner: DemoProvider, random: Random) {
  const text = textOf(primary);
  const priceModel = random.weighted<PriceModel>([
    ["subscription", 50],
    ["one_off", 37],
    ["usage", 10],
    ["free", isLight(primary) ? 9 : 0],
  ]);
  if (priceModel === "free") return { priceModel, priceMinFen: 0, priceMaxFen: 0, firstYearCostFen: 0 };
  const [low, high] = priceModel === "one_off" ? text.once : text.yearly;
  const share = priceModel === "usage" ? 0.5 : factorOf(owner);
  const min = roundYuan((low + random.next() * (high - low) * 0.4) * share);
  const max = roundYuan(min * (1.4 + random.next() * 1.8));
  const setUp = priceModel === "one_off" ? min * 0.08 : random.chance(0.6) ? min * 0.25 : 0;
  return { priceModel, priceMinFen: min * FEN, priceMaxFen: max * FEN, firstYearCostFen: roundYuan(min + setUp) * FEN };
}

/** As price lists are: hundreds below ten thousand, thousands above. */
function roundYuan(yuan: number): number {
  const step = yuan < 10_000 ? 100 : 1_000;
  return Math.max(step, Math.round(yuan / step) * step);
}

function daysOf(primary: string, owner: DemoProvider, random: Random): number {
  const [low, high] = textOf(primary).days;
  return Math.round((low + random.next() * (high - low)) * (owner.type === "integrator" ? 1.3 : 1));
}

function levelsOf(random: Random) {
  const levelFrom = random.weighted([
    [0, 40],
    [1, 38],
    [2, 22],
  ]);
  return { levelFrom, levelTo: Math.min(4, levelFrom + random.whole(1, 2)) };
}
