/** Which enterprises of a park could ask together: the same scenario recommended to several, and nothing decided yet. */
import { and, asc, desc, eq, gt, inArray, notInArray, or } from "drizzle-orm";
import { groupMember, groupRequest } from "#db/schema/clinic-after.server";
import { diagnosis, finding, recommendation, report } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { ParkStaff } from "~/domain/identity/actor";
import { MIN_MEMBERS } from "./group-status";

const DAY_MS = 86_400_000;
/** By then providers have answered, or nobody will. */
const REST_DAYS = 90;

export type Candidate = {
  scenarioKey: string;
  enterpriseId: string;
  enterpriseName: string;
  /** The gravest finding on the scenario that a recommendation without decision belongs to. */
  findingId: string;
  findingTitle: string;
  severity: number;
};
export type Suggestion = { scenarioKey: string; enterprises: number };

/** Scenarios for which two enterprises or more of the park could ask together, most enterprises first. */
export async function groupSuggestions(db: Reader, staff: ParkStaff): Promise<Suggestion[]> {
  const counts = new Map<string, number>();
  for (const { scenarioKey } of await candidatesOf(db, staff))
    counts.set(scenarioKey, (counts.get(scenarioKey) ?? 0) + 1);
  return [...counts]
    .map(([scenarioKey, enterprises]) => ({ scenarioKey, enterprises }))
    .filter(({ enterprises }) => enterprises >= MIN_MEMBERS)
    .sort((a, b) => b.enterprises - a.enterprises || a.scenarioKey.localeCompare(b.scenarioKey));
}

/**
 * Enterprises with a recommendation on which nothing is decided, once for each scenario: those that lie in this park, with
 * an issued report of this park's clinic. Who takes part in a group on the scenario that is open, or was sent in the last 90
 * days, is left out.
 */
export async function candidatesOf(db: Reader, staff: ParkStaff, scenarioKey?: string): Promise<Candidate[]> {
  const isOpen = and(
    eq(diagnosis.parkSlug, staff.parkSlug),
    eq(organisation.parkSlug, staff.parkSlug),
    eq(report.status, "issued"),
    notInArray(recommendation.status, ["adopted", "not_adopted"]),
    scenarioKey === undefined ? undefined : eq(recommendation.scenarioKey, scenarioKey),
  );
  const rows = await db
    .select({
      scenarioKey: recommendation.scenarioKey,
      enterpriseId: report.enterpriseId,
      enterpriseName: organisation.name,
      findingId: finding.id,
      findingTitle: finding.title,
      severity: finding.severity,
    })
    .from(diagnosis)
    .innerJoin(report, eq(report.diagnosisId, diagnosis.id))
    .innerJoin(recommendation, eq(recommendation.reportId, report.id))
    .innerJoin(finding, eq(finding.id, recommendation.findingId))
    .innerJoin(organisation, eq(organisation.id, report.enterpriseId))
    .where(isOpen)
    .orderBy(desc(finding.severity), asc(organisation.name), asc(finding.id));
  const taken = await takenIn(db, staff);
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row.scenarioKey, row.enterpriseId);
    return !taken.has(key) && !seen.has(key) && seen.add(key);
  });
}

async function takenIn(db: Reader, staff: ParkStaff): Promise<Set<string>> {
  const isWaiting = and(eq(groupRequest.status, "open"), inArray(groupMember.status, ["invited", "joined"]));
  const isAsking = and(eq(groupMember.status, "joined"), gt(groupRequest.sentAt, Date.now() - REST_DAYS * DAY_MS));
  const isTaken = and(eq(groupRequest.parkSlug, staff.parkSlug), or(isWaiting, isAsking));
  const rows = await db
    .select({ scenarioKey: groupRequest.scenarioKey, enterpriseId: groupMember.enterpriseId })
    .from(groupRequest)
    .innerJoin(groupMember, eq(groupMember.groupId, groupRequest.id))
    .where(isTaken);
  return new Set(rows.map(({ scenarioKey, enterpriseId }) => keyOf(scenarioKey, enterpriseId)));
}

function keyOf(scenarioKey: string, enterpriseId: string): string {
  return `${scenarioKey}/${enterpriseId}`;
}
