/** Requests that may repeat an earlier diagnosis: the desk sees it before an expert is on the way. */
import { and, eq, gt, inArray, isNotNull, ne } from "drizzle-orm";
import { diagnosis, finding, report } from "#db/schema/clinic.server";
import type { Reader } from "#db/store.server";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { isOpen } from "./diagnosis-status";
import { fence, type CaseActor } from "./moves.server";

/** A finding of a report issued this long before a request may be what it asks about. */
const YEAR_MS = 365 * 86_400_000;

/** Nobody has been to the enterprise yet. */
const beforeVisit: readonly DiagnosisStatus[] = ["submitted", "changes_requested", "accepted", "assigned", "scheduled"];

export type Earlier = {
  id: string;
  parkSlug: string;
  /** `open`: another case of the enterprise is under way. `diagnosed`: a report of the last year found the same. */
  kind: "open" | "diagnosed";
  /** When it was handed in, or its report issued. */
  at: number;
  /** The scenarios both are about. */
  scenarios: string[];
  /** Whether this reader may open it. */
  isOpenable: boolean;
};

type Request = {
  id: string;
  enterpriseId: string;
  status: DiagnosisStatus;
  scenarios: string[];
  submittedAt: number | null;
  createdAt: number;
};

/**
 * The earlier cases each of these requests may repeat, by its id; requests without one are left out. Cases of other parks
 * are named and not opened. The requests have been read as the actor's own.
 */
export async function duplicatesOf(
  db: Reader,
  actor: CaseActor,
  requests: readonly Request[],
): Promise<Record<string, Earlier[]>> {
  const asking = requests.filter(({ status }) => beforeVisit.includes(status));
  if (asking.length === 0) return {};
  const enterpriseIds = asking.map(({ enterpriseId }) => enterpriseId);
  const [cases, found] = await Promise.all([otherCases(db, enterpriseIds), findingsOfYear(db, asking)]);
  const openable = await openableBy(
    db,
    actor,
    cases.map(({ id }) => id),
  );
  const entries = asking.map((request): [string, Earlier[]] => [
    request.id,
    cases
      .filter(({ id, enterpriseId }) => enterpriseId === request.enterpriseId && id !== request.id)
      .flatMap((other) => repeated(request, other, found.get(other.id) ?? []))
      .map((one) => ({ ...one, isOpenable: openable.has(one.id) })),
  ]);
  return Object.fromEntries(entries.filter(([, earlier]) => earlier.length > 0));
}

type OtherCase = Omit<Request, "createdAt" | "scenarios"> & { parkSlug: string };
type Found = { scenarioKey: string; issuedAt: number | null };

function repeated(request: Request, other: OtherCase, found: readonly Found[]): Omit<Earlier, "isOpenable">[] {
  const { id, parkSlug, submittedAt } = other;
  if (isOpen(other.status)) return [{ id, parkSlug, kind: "open", at: submittedAt ?? 0, scenarios: [] }];
  const askedAt = request.submittedAt ?? request.createdAt;
  const same = found.filter(
    ({ scenarioKey, issuedAt }) =>
      issuedAt !== null &&
      issuedAt <= askedAt &&
      issuedAt > askedAt - YEAR_MS &&
      request.scenarios.includes(scenarioKey),
  );
  if (same.length === 0) return [];
  const at = Math.max(...same.map(({ issuedAt }) => issuedAt ?? 0));
  return [{ id, parkSlug, kind: "diagnosed", at, scenarios: [...new Set(same.map((one) => one.scenarioKey))] }];
}

function otherCases(db: Reader, enterpriseIds: string[]): PromiseLike<OtherCase[]> {
  const { id, enterpriseId, status, submittedAt, parkSlug } = diagnosis;
  return db
    .select({ id, enterpriseId, status, submittedAt, parkSlug })
    .from(diagnosis)
    .where(and(inArray(enterpriseId, enterpriseIds), ne(status, "draft")));
}

/** What the reports issued lately to these enterprises found, by case. */
async function findingsOfYear(db: Reader, asking: readonly Request[]): Promise<Map<string, Found[]>> {
  const earliest = Math.min(...asking.map(({ submittedAt, createdAt }) => submittedAt ?? createdAt)) - YEAR_MS;
  const enterpriseIds = asking.map(({ enterpriseId }) => enterpriseId);
  const rows = await db
    .select({ diagnosisId: report.diagnosisId, scenarioKey: finding.scenarioKey, issuedAt: report.issuedAt })
    .from(report)
    .innerJoin(finding, eq(finding.reportId, report.id))
    .where(and(inArray(report.enterpriseId, enterpriseIds), isNotNull(report.issuedAt), gt(report.issuedAt, earliest)));
  const byCase = new Map<string, Found[]>();
  for (const row of rows) byCase.set(row.diagnosisId, [...(byCase.get(row.diagnosisId) ?? []), row]);
  return byCase;
}

async function openableBy(db: Reader, actor: CaseActor, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: diagnosis.id })
    .from(diagnosis)
    .where(and(inArray(diagnosis.id, ids), fence(actor)));
  return new Set(rows.map(({ id }) => id));
}
