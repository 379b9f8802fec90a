/** Findings of issued reports that no listing answers well where the enterprise is (docs/decisions/0033). */
import { and, asc, count, eq, gt, max, sum } from "drizzle-orm";
import { finding, report } from "#db/schema/clinic.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import { prepared } from "~/domain/matching/asked";
import { matchColumns } from "~/domain/matching/columns";
import { judgeAt } from "~/domain/matching/scoring";
import { placesAround } from "~/domain/scenarios/places";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { unmetCube, type UnmetCube } from "./unmet-cube";

/**
 * A listing with this score or more answers a finding well. Asked for the one scenario of a finding and without a budget,
 * nearly every listing that names it gets all points of the fit, so the bar is higher than where an enterprise is told.
 */
export const GOOD_SCORE = 85;

/** Reports older than this are looked at again behind the answer, or before it when they are much older. */
const FRESH_MS = 5 * 60_000;
const USABLE_MS = 10 * 60_000;
const BATCH = 5_000;
const DIVISION_CHARACTERS = 3;

type Found = {
  id: string;
  enterpriseId: string;
  scenario: string;
  industryCode: string;
  parkSlug: string | null;
  regionCode: string;
};
type Findings = { stamp: string; at: number; byScenario: ReadonlyMap<string, Found[]> };
/** The findings of one scenario that these listings leave open. */
type Open = { listings: readonly PublishedSolution[]; findings: readonly Found[]; open: Found[] };
type Kept = { findings: Findings; version: string; open: Map<string, Open>; needs: UnmetNeeds };

export type UnmetNeeds = {
  cube: UnmetCube;
  /** Findings judged, and those left open; the latter not for display. */
  judged: number;
  /** When the reports were read. */
  reportsAt: number;
};

const keptByDatabase = new WeakMap<object, Kept>();
const runningByDatabase = new WeakMap<object, Promise<UnmetNeeds>>();

/**
 * Unmet findings as of the catalogue now and of the reports at most ten minutes ago. Kept in memory: after a change
 * of the catalogue only the scenarios of what changed are judged again.
 */
export async function unmetNeeds(db: Reader, now: number): Promise<UnmetNeeds> {
  const kept = keptByDatabase.get(db);
  const age = kept ? now - kept.findings.at : Infinity;
  const { version } = await publishedCatalogue(db);
  if (kept?.version !== version || age > USABLE_MS) return judgedOnce(db, now);
  if (age > FRESH_MS) setImmediate(() => void judgedOnce(db, now).catch(() => undefined));
  return kept.needs;
}

/** Who asks meanwhile waits for the same answer. */
function judgedOnce(db: Reader, now: number): Promise<UnmetNeeds> {
  const running = runningByDatabase.get(db) ?? judged(db, now).finally(() => runningByDatabase.delete(db));
  runningByDatabase.set(db, running);
  return running;
}

async function judged(db: Reader, now: number): Promise<UnmetNeeds> {
  const { version, solutions } = await publishedCatalogue(db);
  const kept = keptByDatabase.get(db);
  const findings = await findingsNow(db, kept?.findings, now);
  const reference = await referenceOf(db);
  const listings = byScenario(solutions);
  const open = new Map<string, Open>();
  for (const [scenario, found] of findings.byScenario) {
    const offered = listings.get(scenario) ?? [];
    const before = kept?.open.get(scenario);
    const isSame = before?.findings === found && isEqual(before.listings, offered);
    if (!isSame) await otherRequests();
    open.set(scenario, isSame ? before : openOf(scenario, offered, found, reference));
  }
  const unmet = [...open.values()].flatMap(({ open: left }) => left.flatMap((each) => unmetFinding(each, reference)));
  const count = [...findings.byScenario.values()].reduce((total, { length }) => total + length, 0);
  const needs = { cube: unmetCube(unmet), judged: count, reportsAt: findings.at };
  keptByDatabase.set(db, { findings, version, open, needs });
  return needs;
}

function openOf(
  scenario: string,
  listings: readonly PublishedSolution[],
  findings: readonly Found[],
  reference: Reference,
): Open {
  const columns = matchColumns(listings);
  const isMet = (each: Found) => {
    const need = {
      industryCode: each.industryCode,
      place: placesAround(reference, each),
      gaps: { [scenario]: 1 },
      ...{ budgetFen: null, daysMax: null, level: null },
    };
    const asked = prepared(columns, need);
    for (let at = 0; at < columns.size; at++) if (judgeAt(columns, asked, at, 0) >= GOOD_SCORE) return true;
    return false;
  };
  return { listings, findings, open: findings.filter((each) => !isMet(each)) };
}

/** Without a prefecture a finding has no place in the table. */
function unmetFinding(each: Found, reference: Reference) {
  const { parkSlug, prefectureCode } = placesAround(reference, each);
  if (prefectureCode === null) return [];
  const industry = each.industryCode.slice(0, DIVISION_CHARACTERS);
  return [
    { enterpriseId: each.enterpriseId, industry, prefecture: prefectureCode, park: parkSlug, scenario: each.scenario },
  ];
}

async function findingsNow(db: Reader, kept: Findings | undefined, now: number): Promise<Findings> {
  if (kept && now - kept.at < FRESH_MS) return kept;
  const stamp = await stampOfFindings(db);
  if (kept?.stamp === stamp) return { ...kept, at: now };
  return { stamp, at: now, byScenario: await readFindings(db) };
}

/** An issued report stays as it is: another one issued, or one superseded by it, moves the newest time. Files count their edits. */
async function stampOfFindings(db: Reader): Promise<string> {
  const reports = await one(
    db
      .select({ issued: count(), last: max(report.issuedAt) })
      .from(report)
      .where(eq(report.status, "issued")),
  );
  const files = await one(db.select({ rows: count(), edits: sum(enterprise.edit) }).from(enterprise));
  return JSON.stringify([reports, files]);
}

async function readFindings(db: Reader): Promise<Map<string, Found[]>> {
  const found = new Map<string, Found[]>();
  for (let last = "", read = BATCH; read === BATCH;) {
    const rows = await db
      .select({
        id: finding.id,
        enterpriseId: report.enterpriseId,
        scenario: finding.scenarioKey,
        industryCode: enterprise.industryCode,
        parkSlug: organisation.parkSlug,
        regionCode: organisation.regionCode,
      })
      .from(finding)
      .innerJoin(report, eq(report.id, finding.reportId))
      .innerJoin(organisation, eq(organisation.id, report.enterpriseId))
      .innerJoin(enterprise, eq(enterprise.organisationId, report.enterpriseId))
      .where(and(eq(report.status, "issued"), gt(finding.id, last)))
      .orderBy(asc(finding.id))
      .limit(BATCH);
    for (const row of rows) {
      const list = found.get(row.scenario);
      if (list) list.push(row);
      else found.set(row.scenario, [row]);
    }
    read = rows.length;
    last = rows.at(-1)?.id ?? last;
    await otherRequests();
  }
  return found;
}

function byScenario(solutions: readonly PublishedSolution[]): Map<string, PublishedSolution[]> {
  const listings = new Map<string, PublishedSolution[]>();
  for (const each of solutions) {
    for (const key of each.scenarios) {
      const list = listings.get(key);
      if (list) list.push(each);
      else listings.set(key, [each]);
    }
  }
  return listings;
}

/** A changed listing is another object. */
function isEqual(a: readonly PublishedSolution[], b: readonly PublishedSolution[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

function otherRequests(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
