/** The diagnosed enterprises: case, on-site questionnaire, report, project, and the questionnaire filled again. */
import type { Answering, Pair } from "./answers";
import { assessmentWriter } from "./assessments";
import { caseWriter, expertFinder, legsTo, stopsOf, type Leg } from "./case-lines";
import type { AssessmentSource } from "#db/vocabulary/assessment";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { ProjectStatus } from "#db/vocabulary/projects";
import { caseLine } from "~/domain/clinic/diagnosis-status";
import { projectStates, projectWriter } from "./projects";
import { itemAt, type Random } from "./random";
import { reportWriter } from "./reports";
import { solutionFinder } from "./suitable-solutions";
import { changeTexts } from "./texts/report-phrases";
import type { DemoEnterprise, World } from "./world";

const DAY_MS = 86_400_000;

/** Share of levels 0–4 at the first visit, by year: those who came first stood lowest. */
const firstLevels: Record<number, readonly number[]> = {
  2023: [57, 29, 11, 2.5, 0.5],
  2024: [36, 37, 20, 6, 1],
  2025: [18, 35, 33, 11, 3],
};
/** Those who stood lowest took the help: fewer of the others stood there. */
const WITHOUT_PROJECT = 0.55;
/** Who looks again once a project is accepted, and how often. */
const afterwards: readonly (readonly [AssessmentSource, number])[] = [
  ["on_site", 0.86],
  ["third_party", 0.3],
  ["self", 0.15],
];
const yearShares = [
  [2023, 25],
  [2024, 52],
  [2025, 23],
] as const;

type Task = {
  enterprise: DemoEnterprise;
  status: DiagnosisStatus;
  startDay: number;
  legs: Leg[];
  project: ProjectStatus | null;
};

/** Enterprises whose only case was closed long ago and led to no project: they may ask again. */
export type Settled = { enterprise: DemoEnterprise; pair: Pair };

export function composeHistory(world: World, answering: Answering): { line: string; settled: Settled[] } {
  const random = world.random("history");
  const write = historyWriter(world, answering, random);
  const settled: Settled[] = [];
  for (const task of tasksOf(world, random)) {
    const pair = write(task);
    if (task.status === "closed" && task.project === null) settled.push({ enterprise: task.enterprise, pair });
  }
  const projects = Object.values(world.plan.projects).reduce((sum, count) => sum + count, 0);
  const { closed, confirmed, reported } = world.plan.diagnosed;
  return { line: `${closed + confirmed + reported} diagnosed enterprises with reports, ${projects} projects`, settled };
}

function tasksOf(world: World, random: Random): Task[] {
  const { reported, confirmed, closed } = world.plan.diagnosed;
  const tasks = world.enterprises.slice(0, reported + confirmed + closed).map((enterprise, index): Task => {
    const status = index < reported ? "reported" : index < reported + confirmed ? "confirmed" : "closed";
    const path = caseLine.slice(0, caseLine.indexOf(status) + 1);
    const legs = withReturns(legsTo(path, random), random);
    const length = legs.reduce((sum, { days }) => sum + days, 0);
    const startDay =
      status === "closed"
        ? pastDay(world, random)
        : world.calendar.dayAt(world.now) - length - sinceDays(enterprise, status, random);
    return { enterprise, status, startDay, legs, project: null };
  });
  const closedOnes = tasks.map((task, index) => ({ task, index })).filter(({ task }) => task.status === "closed");
  const order = closedOnes.toSorted((a, b) => a.task.startDay - b.task.startDay).map(({ index }) => index);
  for (const [index, status] of projectStates(world, order, random)) itemAt(tasks, index).project = status;
  // Ids begin with their time: rows written in its order append to the indexes instead of splitting them.
  return tasks.toSorted((a, b) => a.startDay - b.startDay);
}

function pastDay(world: World, random: Random): number {
  const year = random.weighted(yearShares);
  const [first, last] = year === 2023 ? [59, 350] : year === 2024 ? [4, 350] : [4, 290];
  return Math.min(
    world.calendar.dayAt(Date.UTC(year, 0, 1) + random.whole(first, last) * DAY_MS),
    world.calendar.dayAt(world.now) - 40,
  );
}

/** Most answer in time; some reports wait for the enterprise longer than the promised five days. */
function sinceDays(enterprise: DemoEnterprise, status: DiagnosisStatus, random: Random): number {
  if (enterprise.login) return 2;
  if (status === "confirmed") return random.whole(1, 4);
  return random.chance(0.72) ? random.whole(1, 4) : random.whole(7, 16);
}

/** A few reports went back to the expert once. */
function withReturns(legs: Leg[], random: Random): Leg[] {
  const at = legs.findIndex(({ to }) => to === "report_review");
  if (at < 0 || !random.chance(0.05)) return legs;
  const reason = random.chance(0.6) ? "report_incomplete" : "evidence_missing";
  const back: Leg[] = [
    { to: "report_draft", days: 1, reason, text: changeTexts.report_incomplete },
    { to: "report_review", days: 1 },
  ];
  return [...legs.slice(0, at + 1), ...back, ...legs.slice(at + 1)];
}

function historyWriter(world: World, answering: Answering, random: Random) {
  const writeCase = caseWriter(world, random);
  const assessments = assessmentWriter(world, answering);
  const findExpert = expertFinder(world);
  const writeReport = reportWriter(world, solutionFinder(world), random);
  const writeProject = projectWriter(world, random);
  return function write({ enterprise, startDay, legs, project }: Task): Pair {
    const expert = findExpert(enterprise.parkSlug, random);
    const stops = stopsOf(world, startDay, legs, { enterprise, expert }, random);
    const at = (status: DiagnosisStatus) => stops.findLast(({ to }) => to === status)?.at ?? itemAt(stops, 0).at;
    const pair = pairFor(answering, at("on_site"), project, random);
    const wished = random.some(world.places.priorityOf(enterprise.industryCode), random.whole(1, 2));
    const made = writeCase(
      { enterprise, expert, scenarios: wished, stops, visitAt: at("on_site") },
      itemAt(stops, 0).at,
    );
    if (made.status !== "closed") world.cases.push({ ...made, enterprise, expertUserId: expert.userId });
    const base = { enterpriseId: enterprise.id, filled: pair.before };
    if (enterprise.login || random.chance(0.28))
      assessments.finished({
        ...base,
        source: "self",
        byUserId: enterprise.ownerId,
        finishedAt: itemAt(stops, 0).at - random.whole(2, 20) * DAY_MS,
      });
    const assessmentId = assessments.finished({
      ...base,
      source: "on_site",
      byUserId: expert.userId,
      finishedAt: at("report_draft") - 60_000,
      diagnosisId: made.id,
    });
    const issuedAt = at("reported");
    const advised = writeReport({
      diagnosisId: made.id,
      assessmentId,
      enterprise,
      expert,
      filled: pair.before,
      status: "issued",
      createdAt: at("report_draft"),
      submittedAt: at("report_review"),
      issuedAt,
      isAdopted: project !== null,
      isTied: false,
    });
    if (world.now - issuedAt < 120 * DAY_MS || random.chance(0.02))
      world.recommendations.push(...advised.recommendations);
    const solution = project && (advised.adopted?.solutions[0] ?? random.pick(world.solutions));
    if (!project || !solution) return pair;
    const acceptedAt = writeProject({
      enterprise,
      solution,
      scenarios: solution.scenarios,
      status: project,
      pair,
      issuedAt,
    });
    if (acceptedAt !== null) {
      for (const [source, share] of afterwards) {
        if (random.chance(share))
          assessments.finished({
            enterpriseId: enterprise.id,
            filled: pair.after,
            source,
            byUserId: source === "self" ? enterprise.ownerId : expert.userId,
            finishedAt: acceptedAt,
          });
      }
    }
    return pair;
  };
}

/** A retrofit mostly lifts by one level, sometimes by two, sometimes within the level. */
function pairFor(answering: Answering, visitedAt: number, project: ProjectStatus | null, random: Random): Pair {
  const year = Math.max(2023, Math.min(2025, new Date(visitedAt).getUTCFullYear()));
  const lowest = project === null ? WITHOUT_PROJECT : 1;
  const from = random.weighted(
    (firstLevels[year] ?? []).map((weight, level) => [level, level === 0 ? weight * lowest : weight] as const),
  );
  const rise =
    project === "accepted"
      ? random.weighted([
          [0, 9],
          [1, 64],
          [2, 27],
        ])
      : 0;
  return answering.pair(from, Math.min(from + rise, from >= 3 ? 4 : 3), random);
}
