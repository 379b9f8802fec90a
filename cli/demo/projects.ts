/** Retrofit projects, and the questionnaire filled again once one is accepted. */
import { into } from "#db/seed/rows.server";
import { project } from "#db/schema/projects.server";
import { finishedProjectStatuses, projectStatuses, type ProjectStatus } from "#db/vocabulary/projects";
import type { Pair } from "./answers";
import { itemAt, type Random } from "./random";
import { dayText } from "./working-calendar";
import type { DemoEnterprise, DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
/** History ends here whatever the clock says, so that the world's figures stay the same. */
const HISTORY_ENDS = Date.UTC(2025, 11, 22);
const SECOND_YEAR = Date.UTC(2024, 0, 1);
const FEN_PER_YUAN = 100;
const [CONTRACT_MIN, CONTRACT_MAX] = [50_000, 800_000];

/** Which state the project of the n-th diagnosed enterprise is in, null: none. Accepted ones are the earliest. */
export function projectStates(world: World, caseOrder: readonly number[], random: Random): Map<number, ProjectStatus> {
  const { projects } = world.plan;
  const cut = Math.floor(caseOrder.length * 0.86);
  const early = random.some(caseOrder.slice(0, cut), projects.accepted);
  const isEarly = new Set(early);
  const rest = random.some(
    caseOrder.filter((index) => !isEarly.has(index)),
    caseOrder.length,
  );
  const states = new Map<number, ProjectStatus>(early.map((index) => [index, "accepted"]));
  let next = 0;
  for (const status of projectStatuses) {
    if (status === "accepted") continue;
    for (let count = 0; count < projects[status]; count += 1) states.set(itemAt(rest, next++), status);
  }
  return states;
}

export type NewProject = {
  enterprise: DemoEnterprise;
  solution: DemoSolution;
  scenarios: string[];
  status: ProjectStatus;
  pair: Pair;
  issuedAt: number;
};

export function projectWriter(world: World, random: Random) {
  const add = into(world.writer, project);
  /** Answers when it was accepted, null while it was not. */
  return function write({ enterprise, solution, scenarios, status, pair, issuedAt }: NewProject): number | null {
    const days = Math.max(3, Math.round(solution.deployDays * (0.75 + random.next() * 0.75)));
    const dates =
      status === "accepted" ? acceptedDates(world, issuedAt, days, random) : currentDates(world, status, days, random);
    add({
      id: world.id("prj", dates.startedAt),
      enterpriseId: enterprise.id,
      providerId: solution.providerId,
      solutionId: solution.id,
      parkSlug: enterprise.parkSlug,
      status,
      scenarios,
      contractFen: contractYuan(solution, random) * FEN_PER_YUAN,
      startedOn: dayText(dates.startedAt),
      completedOn: dates.completedAt === null ? null : dayText(dates.completedAt),
      acceptedOn: dates.acceptedAt === null ? null : dayText(dates.acceptedAt),
      levelBefore: pair.before.level,
      levelAfter: dates.acceptedAt === null ? null : pair.after.level,
    });
    if (dates.acceptedAt !== null) solution.measuredDays.push(days);
    return dates.acceptedAt;
  };
}

function acceptedDates(world: World, issuedAt: number, days: number, random: Random) {
  const end = Math.min(HISTORY_ENDS, world.now - 5 * DAY_MS);
  // Few trusted the first reports at once: most projects began in the second year.
  const wait = (issuedAt < SECOND_YEAR ? random.whole(40, 330) : random.whole(8, 75)) * DAY_MS;
  const acceptedAt = Math.min(
    issuedAt + wait + (days + random.whole(12, 50)) * DAY_MS,
    end - random.whole(0, 25) * DAY_MS,
  );
  const startedAt = Math.min(issuedAt + wait, acceptedAt - (days + 6) * DAY_MS);
  return { startedAt, completedAt: startedAt + days * DAY_MS, acceptedAt };
}

function currentDates(world: World, status: ProjectStatus, days: number, random: Random) {
  const isOver = finishedProjectStatuses.some((finished) => finished === status);
  const startedAt = world.now - (isOver ? days + random.whole(5, 40) : random.whole(2, 30)) * DAY_MS;
  return { startedAt, completedAt: isOver ? startedAt + days * DAY_MS : null, acceptedAt: null };
}

/** What a small enterprise pays: licence, installation and machines added, between 50 and 800 thousand yuan. */
function contractYuan(solution: DemoSolution, random: Random): number {
  const offered = (solution.priceMinFen + random.next() * (solution.priceMaxFen - solution.priceMinFen)) / FEN_PER_YUAN;
  const withWork = offered * 1.3 + random.whole(20, 140) * 1_000;
  return Math.max(CONTRACT_MIN, Math.min(CONTRACT_MAX, Math.round(withWork / 1_000) * 1_000));
}
