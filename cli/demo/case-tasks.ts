/** When each diagnosed enterprise asked, how far its case has come, and whether a project followed. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { ProjectStatus } from "#db/vocabulary/projects";
import { caseLine } from "~/domain/clinic/diagnosis-status";
import { legsTo, type Leg } from "./case-lines";
import { projectStates } from "./projects";
import { itemAt, type Random } from "./random";
import { changeTexts, objections } from "./texts/report-phrases";
import type { DemoEnterprise, World } from "./world";

const DAY_MS = 86_400_000;
const yearShares = [
  [2023, 25],
  [2024, 52],
  [2025, 23],
] as const;

export type Task = {
  enterprise: DemoEnterprise;
  status: DiagnosisStatus;
  startDay: number;
  legs: Leg[];
  project: ProjectStatus | null;
};

/** In the order of their first day. */
export function tasksOf(world: World, random: Random): Task[] {
  const { reported, confirmed, closed } = world.plan.diagnosed;
  const tasks = world.enterprises.slice(0, reported + confirmed + closed).map((enterprise, index): Task => {
    const status = index < reported ? "reported" : index < reported + confirmed ? "confirmed" : "closed";
    const path = caseLine.slice(0, caseLine.indexOf(status) + 1);
    const legs = withObjection(withReturns(legsTo(path, random), random), enterprise, random);
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

/** Some enterprises object to a report they have not confirmed yet. */
function withObjection(legs: Leg[], { login }: DemoEnterprise, random: Random): Leg[] {
  if (legs.at(-1)?.to !== "reported" || login || !random.chance(0.12)) return legs;
  return [...legs, { to: "reported", days: 1, text: random.pick(objections) }];
}
