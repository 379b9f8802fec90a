/** Every case somebody still works on, with its clock, in the order of urgency: what the desks and the job of broken promises read. */
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { diagnosis, diagnosisStep } from "#db/schema/clinic.server";
import { enterprise, user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import { openStatuses } from "./diagnosis-status";
import { byUrgency, clockOf, whereOn, type CaseClock, type CaseStep, type Clock, type Where } from "./promises";
import { shanghaiDay } from "./working-days";

const light = {
  id: diagnosis.id,
  status: diagnosis.status,
  statusSince: diagnosis.statusSince,
  edit: diagnosis.edit,
  parkSlug: diagnosis.parkSlug,
  scenarios: diagnosis.scenarios,
  industryCode: enterprise.industryCode,
  expertUserId: diagnosis.expertUserId,
  expertName: user.name,
};

/**
 * The open cases within a fence, all of them: urgency is computed, so a page of the list needs the whole. Late ones first,
 * then by promised day, then by how long they wait.
 */
export async function openClocks(db: Reader, fence: SQL | undefined, now: number) {
  const rows = await db
    .select(light)
    .from(diagnosis)
    .leftJoin(enterprise, eq(enterprise.organisationId, diagnosis.enterpriseId))
    .leftJoin(user, eq(user.id, diagnosis.expertUserId))
    .where(and(fence, inArray(diagnosis.status, [...openStatuses])))
    .orderBy(asc(diagnosis.statusSince), asc(diagnosis.id));
  return (await withWhere(db, rows, now)).sort((a, b) => byUrgency(a.where, b.where));
}

export type OpenCase = Awaited<ReturnType<typeof openClocks>>[number];

type Clocked = CaseClock & { id: string; edit: number };
type Kept = Clocked & { clock: Clock };

/** A clock holds until the case's next step, and every step raises `edit`: reading 2,000 steps again cost 20 ms a list. */
const kept = new Map<string, Kept>();
const MOST_KEPT = 50_000;

/** Where each of these cases stands. */
export async function withWhere<Row extends Clocked>(
  db: Reader,
  rows: readonly Row[],
  now: number,
): Promise<(Row & { where: Where })[]> {
  const known = rows.map(keptClock);
  const read = await readClocks(
    db,
    rows.filter((_, index) => known[index] === null),
  );
  const today = shanghaiDay(now);
  return rows.map((row, index) => {
    const clock = known[index] ?? read.get(row.id) ?? clockOf(row, []);
    return { ...row, where: whereOn(clock, today) };
  });
}

function keptClock({ id, edit, status, statusSince }: Clocked): Clock | null {
  const known = kept.get(id);
  const isSame = known?.edit === edit && known.status === status && known.statusSince === statusSince;
  return isSame ? known.clock : null;
}

/** One query for the steps of all of them. */
async function readClocks(db: Reader, rows: readonly Clocked[]): Promise<Map<string, Clock>> {
  const steps = await stepsOf(
    db,
    rows.map(({ id }) => id),
  );
  if (kept.size > MOST_KEPT) kept.clear();
  const read = new Map(rows.map((row) => [row.id, clockOf(row, steps.get(row.id) ?? [])]));
  for (const { id, edit, status, statusSince } of rows) {
    const clock = read.get(id);
    if (clock) kept.set(id, { id, edit, status, statusSince, clock });
  }
  return read;
}

async function stepsOf(db: Reader, ids: string[]): Promise<Map<string, CaseStep[]>> {
  const byCase = new Map<string, CaseStep[]>();
  if (ids.length === 0) return byCase;
  const { diagnosisId, toStatus, at } = diagnosisStep;
  const steps = await db
    .select({ diagnosisId, toStatus, at })
    .from(diagnosisStep)
    .where(inArray(diagnosisId, ids))
    .orderBy(asc(diagnosisId), asc(at), asc(diagnosisStep.id));
  for (const step of steps) {
    const known = byCase.get(step.diagnosisId);
    if (known) known.push(step);
    else byCase.set(step.diagnosisId, [step]);
  }
  return byCase;
}
