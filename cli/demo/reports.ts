/** Reports: findings as an engineer writes them on the shop floor, each with a recommendation and solutions that fit. */
import { into } from "#db/seed/rows.server";
import { reportComment } from "#db/schema/clinic-work.server";
import { finding, recommendation, report } from "#db/schema/clinic.server";
import type { RecommendationStatus, ReportStatus } from "#db/vocabulary/clinic";
import type { Filled } from "./answers";
import { fill, wordsOf } from "./fill";
import { areaOf, gainOf, marksOf, overviewOf } from "./report-facts";
import { itemAt, type Random } from "./random";
import type { FindSolutions } from "./suitable-solutions";
import {
  analysesOfAdvanced,
  analysesOfBeginners,
  benchmarksOfAdvanced,
  benchmarksOfBeginners,
  levelNames,
  summaries,
} from "./texts/report-phrases";
import { scenarioTexts, textOf } from "./texts/scenario-texts";
import type { DemoEnterprise, DemoExpert, DemoRecommendation, DemoSolution, World } from "./world";

export type NewReport = {
  diagnosisId: string;
  assessmentId: string | null;
  enterprise: DemoEnterprise;
  expert: DemoExpert;
  filled: Filled;
  status: ReportStatus;
  createdAt: number;
  submittedAt: number | null;
  issuedAt: number | null;
  /** One of the recommendations is carried out. */
  isAdopted: boolean;
  /** The expert names a solution of a tied provider and says so. */
  isTied: boolean;
};

export type Advised = { recommendations: DemoRecommendation[]; adopted: DemoRecommendation | null };

const FEN_PER_WAN = 1_000_000;
const COMMENT = "请补充近三个月的实际数据，并说明取数来源。";
const DISCLOSURE = "本人所在单位与建议一中列出的第一个方案有关联，特此说明，并已列出两家以上备选，请园区审核。";

export function reportWriter(world: World, find: FindSolutions, random: Random) {
  const add = into(world.writer, report);
  const addFinding = into(world.writer, finding);
  const addRecommendation = into(world.writer, recommendation);
  const addComment = into(world.writer, reportComment);
  const asked = new Set<string>();
  return function write(one: NewReport): Advised {
    const { enterprise, filled } = one;
    const id = world.id("rpt", one.createdAt);
    const words = wordsOf(enterprise.family, random);
    const scenarios = scenariosFor(world, enterprise, filled, random);
    const targetLevel = Math.min(4, filled.level + 1);
    const reviewer = one.status === "in_review" ? reviewerFor(world, one.expert, asked) : null;
    if (reviewer) asked.add(reviewer);
    add({
      id,
      diagnosisId: one.diagnosisId,
      enterpriseId: enterprise.id,
      number: 1,
      status: one.status,
      assessmentId: one.assessmentId,
      overview: overviewOf(enterprise, words),
      summary: summaryOf(world, filled, scenarios, targetLevel, random),
      analysis: analysisOf(enterprise, filled.level, words, random),
      targetLevel,
      disclosure: one.isTied ? DISCLOSURE : "",
      createdAt: one.createdAt,
      submittedAt: one.submittedAt,
      issuedAt: one.issuedAt,
      issuedByUserId: one.issuedAt ? (world.staffOf.get(enterprise.parkSlug) ?? null) : null,
      reviewerUserId: reviewer,
    });
    const staff = world.staffOf.get(enterprise.parkSlug);
    if (reviewer && staff)
      addComment({
        id: world.id("cmt", one.createdAt),
        reportId: id,
        text: COMMENT,
        byUserId: staff,
        at: one.submittedAt ?? one.createdAt,
      });
    const named = scenarios.map((scenarioKey, index) => solutionsFor(world, one, scenarioKey, index, find, random));
    const adoptable = named.flatMap(({ length }, index) => (length > 0 ? [index] : []));
    const adoptedIndex = one.isAdopted && adoptable.length > 0 ? random.pick(adoptable) : null;
    const recommendations = scenarios.map((scenarioKey, index): DemoRecommendation => {
      const no = index + 1;
      const text = textOf(scenarioKey);
      const found = random.pick(text.findings);
      const findingId = world.id("fnd", one.createdAt);
      addFinding({
        id: findingId,
        reportId: id,
        no,
        scenarioKey,
        title: fill(found.title, words, random),
        description: fill(found.body, words, random),
        evidence: fill(found.seen, words, random),
        severity: random.weighted([
          [1, 10],
          [2, 35],
          [3, 40],
          [4, 15],
        ]),
        area: areaOf(scenarioKey),
        ...gainOf(fill(found.gain, words, random)),
      });
      const solutions = named[index] ?? [];
      const advice = random.pick(text.advice);
      const title = fill(advice.title, words, random);
      const recommendationId = world.id("rec", one.createdAt);
      const low = Math.max(1, Math.round((text.once[0] / 10_000) * (0.5 + random.next() * 0.5)));
      addRecommendation({
        id: recommendationId,
        reportId: id,
        findingId,
        enterpriseId: enterprise.id,
        no,
        scenarioKey,
        title,
        description: fill(advice.body, words, random),
        ...marksOf(index, low),
        budgetMinFen: low * FEN_PER_WAN,
        budgetMaxFen: (low + random.whole(2, 14)) * FEN_PER_WAN,
        quarter: quarterAfter(one.createdAt, index + 1),
        solutionIds: solutions.map((item) => item.id),
        status: index === adoptedIndex ? "adopted" : statusFor(world, one, index, random),
      });
      return { id: recommendationId, enterprise, solutions, title, at: one.issuedAt ?? one.createdAt };
    });
    return { recommendations, adopted: adoptedIndex === null ? null : itemAt(recommendations, adoptedIndex) };
  };
}

/** Each of the two ready experts is asked about one report of somebody else, so that a second opinion can be given. */
function reviewerFor(world: World, author: DemoExpert, asked: ReadonlySet<string>): string | null {
  const ready = world.experts.slice(0, 2).map(({ userId }) => userId);
  return ready.find((userId) => userId !== author.userId && !asked.has(userId)) ?? null;
}

function solutionsFor(
  world: World,
  one: NewReport,
  scenario: string,
  index: number,
  find: FindSolutions,
  random: Random,
): DemoSolution[] {
  const untied = find(scenario, one.enterprise, random.whole(1, 3), random, one.expert.ties);
  if (!one.isTied || index > 0) return untied;
  const tied = world.solutions.filter((item) => one.expert.ties.includes(item.providerId));
  const own = tied.find((item) => item.scenarios.includes(scenario)) ?? tied[0];
  return own ? [own, ...find(scenario, one.enterprise, 3, random, one.expert.ties)] : untied;
}

/** The chain's priorities first, then what stands lowest; foundations where machines and network are poor. */
function scenariosFor(world: World, enterprise: DemoEnterprise, filled: Filled, random: Random): string[] {
  const levelOf = (key: string) => filled.scenarioLevels[key] ?? (filled.foundation < 20 ? 0 : 2);
  const priority = random.some(
    world.places.priorityOf(enterprise.industryCode),
    enterprise.login ? 2 : random.whole(1, 2),
  );
  const low = Object.keys(scenarioTexts).filter((key) => levelOf(key) <= Math.max(1, filled.level - 1));
  return [...new Set([...priority, ...random.some(low, enterprise.login ? 2 : random.whole(1, 3))])].slice(0, 4);
}

function summaryOf(world: World, filled: Filled, scenarios: string[], targetLevel: number, random: Random): string {
  const names = scenarios.map((key) => world.places.scenarioNames.get(key) ?? key);
  return fill(
    random.pick(summaries),
    {
      得分: String(filled.score),
      等级: itemAt(levelNames, filled.level),
      目标: itemAt(levelNames, targetLevel),
      短板: names.join("、"),
      首选: itemAt(names, 0),
      条数: String(scenarios.length),
      评价: filled.foundation > 25 ? "较好" : filled.foundation > 14 ? "一般" : "偏弱",
    },
    random,
  );
}

/** What stands on paper in a beginner's factory stands in systems where the level is higher. */
function analysisOf(enterprise: DemoEnterprise, level: number, words: Record<string, string>, random: Random): string {
  const all = { ...words, 人数: String(enterprise.employees) };
  const isHigh = level >= 2;
  const lines = [
    ...random.some(isHigh ? analysesOfAdvanced : analysesOfBeginners, 2),
    random.pick(isHigh ? benchmarksOfAdvanced : benchmarksOfBeginners),
  ];
  return lines.map((line) => fill(line, all, random)).join("\n\n");
}

function statusFor(world: World, one: NewReport, index: number, random: Random): RecommendationStatus {
  if (one.status !== "issued") return "proposed";
  const isRecent = world.now - (one.issuedAt ?? 0) < 40 * 86_400_000;
  if (one.enterprise.login === "enterprise") return index === 0 ? "enquired" : index === 1 ? "shortlisted" : "viewed";
  return isRecent
    ? random.weighted<RecommendationStatus>([
        ["proposed", 50],
        ["viewed", 40],
        ["shortlisted", 10],
      ])
    : random.weighted<RecommendationStatus>([
        ["proposed", 12],
        ["viewed", 42],
        ["shortlisted", 16],
        ["enquired", 10],
        ["not_adopted", 20],
      ]);
}

/** The n-th quarter after a time, e.g. 2025Q3. */
function quarterAfter(time: number, count: number): string {
  const date = new Date(time);
  const quarter = Math.floor(date.getUTCMonth() / 3) + count;
  return `${date.getUTCFullYear() + Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
}
