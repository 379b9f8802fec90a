/** The history of a case as working days allow it: one stop for every change of status. */
import { into } from "#db/seed/rows.server";
import { diagnosis, diagnosisStep } from "#db/schema/clinic.server";
import type { DiagnosisReason, DiagnosisStatus } from "#db/vocabulary/clinic";
import { fill, wordsOf } from "./fill";
import type { Random } from "./random";
import { confirmNotes, suitable, visitNotes, wishes } from "./texts/report-phrases";
import { textOf } from "./texts/scenario-texts";
import type { DemoEnterprise, DemoExpert, World } from "./world";

export type Stop = { to: DiagnosisStatus; at: number; by: string; reason?: DiagnosisReason; text?: string };

export type NewCase = {
  enterprise: DemoEnterprise;
  expert: DemoExpert | null;
  scenarios: string[];
  stops: Stop[];
  visitAt: number | null;
};

/** Working days each step usually takes; promises are kept in most of history. */
const usual: Partial<Record<DiagnosisStatus, [number, number]>> = {
  accepted: [0, 3],
  assigned: [0, 2],
  scheduled: [0, 3],
  on_site: [1, 7],
  report_draft: [0, 1],
  report_review: [1, 3],
  reported: [0, 2],
  confirmed: [0, 5],
  closed: [0, 3],
};

export type Leg = { to: DiagnosisStatus; days: number; reason?: DiagnosisReason; text?: string };

/** The way from handing in to a status, in legs of working days. */
export function legsTo(path: readonly DiagnosisStatus[], random: Random): Leg[] {
  return path.map((to) => ({ to, days: random.whole(...(usual[to] ?? [0, 1])) }));
}

/** Puts legs on the calendar, the first on `startDay`; each stop is later than the one before and none in the future. */
export function stopsOf(
  world: World,
  startDay: number,
  legs: readonly Leg[],
  who: { enterprise: DemoEnterprise; expert: DemoExpert | null },
  random: Random,
): Stop[] {
  let day = startDay;
  let last = 0;
  const latest = world.now - (legs.length + 1) * 60_000;
  return legs.map(({ to, days, reason, text }, index) => {
    day += days;
    const at = Math.min(Math.max(world.calendar.timeOn(day, random), last + 600_000), latest + index * 60_000);
    last = at;
    // A report's status entered twice is the enterprise's objection.
    const isObjection = to === "reported" && legs[index - 1]?.to === "reported";
    return { to, at, by: isObjection ? who.enterprise.ownerId : byWhom(world, to, who), reason, text };
  });
}

function byWhom(
  world: World,
  to: DiagnosisStatus,
  { enterprise, expert }: { enterprise: DemoEnterprise; expert: DemoExpert | null },
): string {
  const staff = world.staffOf.get(enterprise.parkSlug) ?? enterprise.ownerId;
  if (to === "submitted" || to === "confirmed" || to === "withdrawn") return enterprise.ownerId;
  if (to === "scheduled" || to === "on_site" || to === "report_draft" || to === "report_review")
    return expert?.userId ?? staff;
  return staff;
}

export function caseWriter(world: World, random: Random) {
  const add = into(world.writer, diagnosis);
  const addStep = into(world.writer, diagnosisStep);
  /** Writes the case with its steps; without stops it is a draft. */
  return function write(one: NewCase, startedAt: number): { id: string; status: DiagnosisStatus; since: number } {
    const { enterprise, expert, stops, visitAt } = one;
    const id = world.id("dia", startedAt);
    const last = stops.at(-1);
    const status = last?.to ?? "draft";
    const since = stops[entered(stops)]?.at ?? startedAt;
    add({
      id,
      enterpriseId: enterprise.id,
      parkSlug: enterprise.parkSlug,
      regionCode: enterprise.prefectureCode,
      status,
      contactName: enterprise.contactName,
      contactPhone: enterprise.contactPhone,
      need: needOf(one, random),
      scenarios: one.scenarios,
      suitableTimes: random.pick(suitable),
      expertUserId: expert?.userId ?? null,
      visitAt,
      visitNote: visitAt ? random.pick(visitNotes) : "",
      createdByUserId: enterprise.ownerId,
      createdAt: startedAt,
      submittedAt: stops[0]?.at ?? null,
      statusSince: since,
      confirmNote: status === "closed" || status === "confirmed" ? random.pick(confirmNotes) : "",
      edit: Math.max(1, stops.length),
    });
    stops.forEach(({ to, at, by, reason, text }, index) => {
      const fromStatus = stops[index - 1]?.to ?? null;
      addStep({
        id: world.id("dst", at),
        diagnosisId: id,
        fromStatus,
        toStatus: to,
        reason: reason ?? null,
        text: text ?? "",
        byUserId: by,
        at,
      });
    });
    return { id, status, since };
  };
}

/** Where the present status was entered: a step from a status to itself does not begin it anew. */
function entered(stops: readonly Stop[]): number {
  let index = stops.length - 1;
  while (index > 0 && stops[index - 1]?.to === stops[index]?.to) index -= 1;
  return index;
}

function needOf({ enterprise, scenarios }: NewCase, random: Random): string {
  const words = wordsOf(enterprise.family, random);
  const pains = scenarios.slice(0, 2).map((key) => fill(random.pick(textOf(key).pains), words, random));
  return `${pains.join("；")}。${random.pick(wishes)}`;
}

/** Experts who visit a park, found once. */
export function expertFinder(world: World) {
  const byPark = new Map<string, DemoExpert[]>();
  return (parkSlug: string, random: Random): DemoExpert => {
    let willing = byPark.get(parkSlug);
    if (!willing) {
      willing = world.experts.filter(({ parks }) => parks.length === 0 || parks.includes(parkSlug));
      byPark.set(parkSlug, willing);
    }
    return random.pick(willing);
  };
}
