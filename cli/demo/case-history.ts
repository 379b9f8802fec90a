/** The diagnosed enterprises: case, on-site questionnaire, report, project, and the questionnaire filled again. */
import type { Answering, Filled, Pair } from "./answers";
import { assessmentWriter } from "./assessments";
import { caseWriter, expertFinder, stopsOf } from "./case-lines";
import { tasksOf, type Task } from "./case-tasks";
import type { AssessmentSource } from "#db/vocabulary/assessment";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { ProjectStatus } from "#db/vocabulary/projects";
import { projectWriter } from "./projects";
import { itemAt, type Random } from "./random";
import { reportWriter } from "./reports";
import { solutionFinder } from "./suitable-solutions";
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
    const pair = enterprise.login ? answering.pair(1, 1, random) : pairFor(answering, at("on_site"), project, random);
    const wished = random.some(world.places.priorityOf(enterprise.industryCode), random.whole(1, 2));
    const made = writeCase(
      { enterprise, expert, scenarios: wished, stops, visitAt: at("on_site") },
      itemAt(stops, 0).at,
    );
    if (made.status !== "closed") world.cases.push({ ...made, enterprise, expertUserId: expert.userId });
    const base = { enterpriseId: enterprise.id, filled: pair.before };
    if (enterprise.login || random.chance(0.28)) {
      const finishedAt = itemAt(stops, 0).at - random.whole(2, 20) * DAY_MS;
      const filled = ownView(answering, pair.before.level, random);
      assessments.finished({ ...base, filled, source: "self", byUserId: enterprise.ownerId, finishedAt });
    }
    const assessmentId = assessments.finished({
      ...base,
      source: "on_site",
      byUserId: expert.userId,
      finishedAt: at("report_draft") - 60_000,
      diagnosisId: made.id,
    });
    const issuedAt = stops.find(({ to }) => to === "reported")?.at ?? at("reported");
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

/** What an enterprise thinks of itself: the same level in other points, or one too high. */
function ownView(answering: Answering, level: number, random: Random): Filled {
  const seen = Math.min(4, level + (random.chance(0.35) ? 1 : 0));
  return answering.pair(seen, seen, random).before;
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
