/** The ledger as its enterprise reads it. */
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { accessEntry, consent } from "#db/schema/clinic-after.server";
import { report } from "#db/schema/clinic.server";
import { organisation, user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { ledgerLines, type LedgerLine } from "./access-lines";

const PER_PAGE = 50;

export type LedgerPage = {
  lines: LedgerLine[];
  next: string | null;
  /** Reports there may be entries of, the newest first. */
  reports: { id: string; number: number; issuedAt: number | null; diagnosisId: string }[];
};

/** The enterprise's ledger, newest first, 50 entries a page; `after` is the id the page before ended with. */
export async function ledgerOf(
  db: Reader,
  member: EnterpriseMember,
  { reportId, after }: { reportId: string | null; after: string | null },
): Promise<LedgerPage> {
  const beyond = /^\d{1,15}$/.test(after ?? "") ? Number(after) : null;
  const isAsked = and(
    eq(accessEntry.enterpriseId, member.organisationId),
    reportId === null ? undefined : eq(accessEntry.reportId, reportId),
    beyond === null ? undefined : lt(accessEntry.id, beyond),
  );
  const [rows, reports] = await Promise.all([
    db
      .select({
        id: accessEntry.id,
        reportId: accessEntry.reportId,
        diagnosisId: report.diagnosisId,
        number: report.number,
        issuedAt: report.issuedAt,
        what: accessEntry.what,
        byUserId: accessEntry.byUserId,
        byName: user.name,
        byOrganisation: organisation.name,
        consentedAt: consent.createdAt,
        at: accessEntry.at,
      })
      .from(accessEntry)
      .innerJoin(report, eq(report.id, accessEntry.reportId))
      .innerJoin(user, eq(user.id, accessEntry.byUserId))
      .leftJoin(organisation, eq(organisation.id, accessEntry.byOrganisationId))
      .leftJoin(consent, eq(consent.id, accessEntry.consentId))
      .where(isAsked)
      .orderBy(desc(accessEntry.id))
      .limit(PER_PAGE + 1),
    reportsOf(db, member),
  ]);
  const page = rows.slice(0, PER_PAGE);
  const last = page.at(-1);
  return { lines: ledgerLines(page), next: rows.length > PER_PAGE && last ? String(last.id) : null, reports };
}

/** Drafts too are opened by others, but have no name before their issue. */
function reportsOf(db: Reader, member: EnterpriseMember): Promise<LedgerPage["reports"]> {
  const isIssued = and(
    eq(report.enterpriseId, member.organisationId),
    inArray(report.status, ["issued", "superseded"]),
  );
  return db
    .select({ id: report.id, number: report.number, issuedAt: report.issuedAt, diagnosisId: report.diagnosisId })
    .from(report)
    .where(isIssued)
    .orderBy(desc(report.issuedAt), desc(report.id));
}
