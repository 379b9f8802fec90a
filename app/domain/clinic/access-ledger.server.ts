/**
 * Who opened what of an enterprise's report: written beside the read, shown to the enterprise alone (decision 0025). The one
 * place where reading leaves something behind.
 */
import { and, desc, eq, gt } from "drizzle-orm";
import { accessEntry } from "#db/schema/clinic-after.server";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { finding, report } from "#db/schema/clinic.server";
import { one, type Reader, type Store } from "#db/store.server";
import { log } from "~/log.server";
import { diagnosisFor, type CaseActor } from "./moves.server";

const HOUR_MS = 3_600_000;

/** Whoever opens a report; members of the enterprise itself leave no entry. */
type Opener = { kind: string; userId: string; organisationId: string };
export type AccessWhat = "report" | "pdf" | "docx" | `file:${string}`;
export type Opened = {
  report: { id: string; enterpriseId: string };
  what: AccessWhat;
  /** Under which consent; null for those whose office it is. */
  consentId?: string;
};

/**
 * Notes that somebody opened a report or a file of it, at most once for each person, thing and hour. The enterprise's own
 * members are not noted. In a transaction of its own after the read, and never an error: a page is worth more than its
 * entry, so a failed write goes to the log. Writes access_entry.
 */
export async function noteAccess(store: Store, opener: Opener, opened: Opened): Promise<void> {
  if (opener.organisationId === opened.report.enterpriseId) return;
  try {
    // Asked of the reader first: most openings of an hour are repetitions, and those need no turn at the writer.
    if (await isNoted(store.db, opener, opened)) return;
    await store.write(async (tx) => {
      if (await isNoted(tx, opener, opened)) return;
      await tx.insert(accessEntry).values({
        ...{ enterpriseId: opened.report.enterpriseId, reportId: opened.report.id, what: opened.what },
        ...{ byUserId: opener.userId, byOrganisationId: opener.organisationId },
        ...{ consentId: opened.consentId ?? null, at: Date.now() },
      });
    });
  } catch (error) {
    log.error({ event: "access_not_noted", reportId: opened.report.id, what: opened.what, err: error });
  }
}

/** The same for a photo of a finding, which one of these parts of a person was let read. */
export async function noteFileAccess(store: Store, actors: readonly CaseActor[], fileId: string): Promise<void> {
  const [place] = await store.db
    .select({ id: report.id, enterpriseId: report.enterpriseId, diagnosisId: report.diagnosisId })
    .from(findingPhoto)
    .innerJoin(finding, eq(finding.id, findingPhoto.findingId))
    .innerJoin(report, eq(report.id, finding.reportId))
    .where(eq(findingPhoto.fileId, fileId))
    .orderBy(desc(report.number))
    .limit(1);
  if (!place || actors.some(({ organisationId }) => organisationId === place.enterpriseId)) return;
  for (const actor of actors)
    if (await diagnosisFor(store.db, actor, place.diagnosisId))
      return noteAccess(store, actor, { report: place, what: `file:${fileId}` });
}

async function isNoted(db: Reader, { userId }: Opener, { report: of, what }: Opened): Promise<boolean> {
  const isLately = and(
    eq(accessEntry.reportId, of.id),
    eq(accessEntry.byUserId, userId),
    eq(accessEntry.what, what),
    gt(accessEntry.at, Date.now() - HOUR_MS),
  );
  return (await one(db.select({ id: accessEntry.id }).from(accessEntry).where(isLately).limit(1))) !== null;
}
