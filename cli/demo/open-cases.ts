/** What lies on the desks today: cases in every state short of a report, placed around now, some of them late. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { Answering } from "./answers";
import { assessmentWriter } from "./assessments";
import type { Settled } from "./case-history";
import { caseWriter, expertFinder, legsTo, stopsOf, type Leg } from "./case-lines";
import { FIRST_PARK, SECOND_PARK } from "./places";
import { totalOf } from "./plan";
import { itemAt, type Random } from "./random";
import { reportWriter } from "./reports";
import { solutionFinder } from "./suitable-solutions";
import { changeTexts } from "./texts/report-phrases";
import { visitWriter, type VisitWriter } from "./visits";
import { loginId, type DemoEnterprise, type DemoExpert, type World } from "./world";

/** Working days promised while a case is in this state (app/domain/clinic/promises.ts). */
const promised: Partial<Record<DiagnosisStatus, number>> = {
  submitted: 3,
  accepted: 2,
  assigned: 10,
  scheduled: 9,
  on_site: 4,
  report_draft: 4,
  report_review: 4,
};

const ways: Partial<Record<DiagnosisStatus, DiagnosisStatus[]>> = {
  submitted: ["submitted"],
  changes_requested: ["submitted", "changes_requested"],
  accepted: ["submitted", "accepted"],
  assigned: ["submitted", "accepted", "assigned"],
  scheduled: ["submitted", "accepted", "assigned", "scheduled"],
  on_site: ["submitted", "accepted", "assigned", "scheduled", "on_site"],
  report_draft: ["submitted", "accepted", "assigned", "scheduled", "on_site", "report_draft"],
  report_review: ["submitted", "accepted", "assigned", "scheduled", "on_site", "report_draft", "report_review"],
  declined: ["submitted", "declined"],
  withdrawn: ["submitted", "accepted", "withdrawn"],
  cancelled: ["submitted", "accepted", "assigned", "cancelled"],
};

const LATE_SHARE = 0.3;
const SECOND_VISITS: readonly DiagnosisStatus[] = ["report_draft", "report_review"];

export function composeOpenCases(world: World, answering: Answering, settled: Settled[]): string {
  const random = world.random("open-cases");
  const writeCase = caseWriter(world, random);
  const writeAfterVisit = afterVisitWriter(world, answering, random);
  const findExpert = expertFinder(world);
  const visits = visitWriter(world);
  const first = totalOf(world.plan.diagnosed);
  let next = 0;
  const again = random.some(settled, settled.length);
  for (const [status, count] of statusesOf(world)) {
    for (let index = 0; index < count; index += 1) {
      const earlier = SECOND_VISITS.includes(status) ? askedAgain(again, index) : undefined;
      const enterprise = earlier?.enterprise ?? itemAt(world.enterprises, first + next++);
      const expert = expertFor(world, enterprise, status, index, findExpert, random);
      const stops = stopsNow(world, { enterprise, expert }, status, random);
      const scenarios = random.some(world.places.priorityOf(enterprise.industryCode), random.whole(1, 3));
      const startedAt =
        stops[0]?.at ?? world.calendar.timeOn(world.calendar.dayAt(world.now) - random.whole(1, 9), random);
      const wished = visitOf(world, status, random);
      const visitAt = expert && wished && clearTime(visits, expert, status, wished);
      const made = writeCase({ enterprise, expert, scenarios, stops, visitAt }, startedAt);
      if (expert && visitAt) visits.book(expert, made.id, visitAt);
      world.cases.push({ ...made, enterprise, expertUserId: expert?.userId ?? null });
      if (expert) writeAfterVisit({ ...made, enterprise, expert }, earlier);
    }
  }
  return `${world.cases.length} cases in progress or ended early, ${visits.publishFree()} free times of experts`;
}

function statusesOf(world: World): [DiagnosisStatus, number][] {
  const counts = world.plan.openCases;
  const all: DiagnosisStatus[] = [
    "draft",
    "submitted",
    "changes_requested",
    "accepted",
    "assigned",
    "scheduled",
    "on_site",
    "report_draft",
    "report_review",
    "declined",
    "withdrawn",
    "cancelled",
  ];
  return all.map((status) => [status, counts[status] ?? 0]);
}

/** Where the first second visits of each kind are, so that the desks of the ready logins have reports to judge. */
const TURNS = [FIRST_PARK, SECOND_PARK, FIRST_PARK, FIRST_PARK, SECOND_PARK];

/** Takes one out of those who may ask again. */
function askedAgain(pool: Settled[], index: number): Settled | undefined {
  const wanted = pool.findIndex(({ enterprise }) => enterprise.parkSlug === TURNS[index]);
  return pool.splice(Math.max(0, wanted), 1)[0];
}

function expertFor(
  world: World,
  enterprise: DemoEnterprise,
  status: DiagnosisStatus,
  index: number,
  find: (slug: string, random: Random) => DemoExpert,
  random: Random,
): DemoExpert | null {
  if (!ways[status]?.includes("assigned")) return null;
  const ready = world.experts.find(({ userId }) => userId === loginId(world, "expert"));
  const isNearDesk = enterprise.parkSlug === FIRST_PARK || enterprise.parkSlug === SECOND_PARK;
  return ready && (index < 2 || (isNearDesk && random.chance(0.5))) ? ready : find(enterprise.parkSlug, random);
}

function stopsNow(
  world: World,
  who: { enterprise: DemoEnterprise; expert: DemoExpert | null },
  status: DiagnosisStatus,
  random: Random,
) {
  const path = ways[status];
  if (!path) return [];
  const legs = legsTo(path, random).map((leg): Leg => withReason(leg, random));
  const promise = promised[status];
  const isLate = promise !== undefined && random.chance(LATE_SHARE);
  const waiting = isLate ? promise + random.whole(1, 12) : random.whole(1, Math.max(1, (promise ?? 10) - 1));
  const length = legs.reduce((sum, { days }) => sum + days, 0);
  return stopsOf(world, world.calendar.dayAt(world.now) - length - waiting, legs, who, random);
}

function withReason(leg: Leg, random: Random): Leg {
  const reasons = {
    changes_requested: ["information_missing", "evidence_missing"],
    declined: ["not_in_park", "not_manufacturing", "recently_diagnosed"],
    withdrawn: ["no_longer_needed", "other_support_found"],
    cancelled: ["enterprise_unreachable", "no_longer_needed"],
  } as const;
  if (leg.to !== "changes_requested" && leg.to !== "declined" && leg.to !== "withdrawn" && leg.to !== "cancelled")
    return leg;
  const reason = random.pick(reasons[leg.to]);
  return { ...leg, reason, text: changeTexts[reason] };
}

type Wished = { day: number; hour: number };

/** A visit ahead may become later, one that was made earlier. */
function clearTime(visits: VisitWriter, expert: DemoExpert, status: DiagnosisStatus, wished: Wished): number {
  return visits.clearTime(expert, wished, status === "scheduled" ? 1 : -1);
}

function visitOf(world: World, status: DiagnosisStatus, random: Random): Wished | null {
  const today = world.calendar.dayAt(world.now);
  const hour = random.pick([9, 10, 14, 15]);
  if (status === "scheduled") return { day: today + random.whole(1, 7), hour };
  if (status === "on_site") return { day: today - random.whole(1, 3), hour };
  return SECOND_VISITS.includes(status) ? { day: today - random.whole(4, 9), hour } : null;
}

type Visited = {
  id: string;
  status: DiagnosisStatus;
  since: number;
  enterprise: DemoEnterprise;
  expert: DemoExpert;
};

/** The expert's work so far: a questionnaire begun on site, then a finished one and a report. */
function afterVisitWriter(world: World, answering: Answering, random: Random) {
  const assessments = assessmentWriter(world, answering);
  const writeReport = reportWriter(world, solutionFinder(world), random);
  return function write({ id, status, since, enterprise, expert }: Visited, earlier: Settled | undefined): void {
    const filled = earlier ? earlier.pair.after : answering.pair(random.whole(0, 2), 2, random).before;
    const base = {
      enterpriseId: enterprise.id,
      filled,
      byUserId: expert.userId,
      diagnosisId: id,
      source: "on_site" as const,
    };
    if (status === "on_site") assessments.draft({ ...base, finishedAt: since });
    if (status !== "report_draft" && status !== "report_review") return;
    const assessmentId = assessments.finished({ ...base, finishedAt: since - 3_600_000 });
    const isInReview = status === "report_review";
    writeReport({
      diagnosisId: id,
      assessmentId,
      enterprise,
      expert,
      filled,
      status: isInReview ? "in_review" : "draft",
      createdAt: since - 1_800_000,
      submittedAt: isInReview ? since : null,
      issuedAt: null,
      isAdopted: false,
      isTied: isInReview && expert.ties.length > 0 && (enterprise.parkSlug === FIRST_PARK || random.chance(0.4)),
    });
  };
}
