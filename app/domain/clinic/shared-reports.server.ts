/** Reports a provider may read: those an enterprise consented to, while the consent holds and the provider is open. */
import { and, desc, eq, gt, isNull, type SQL } from "drizzle-orm";
import { provider } from "#db/schema/catalogue.server";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { consent } from "#db/schema/clinic-after.server";
import { diagnosis, finding, report } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import { storedFileOf, type StoredFile } from "~/domain/files/stored-files.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { lastDayOf } from "./consent-status";
import { drawnReport } from "./report-page.server";
import { photosOfReport } from "./report-photos.server";
import { cutReport, type SharedReport } from "./shared-report";

/** The one fence of everything here: its own, not withdrawn, not over, of a provider that is open. Asked at every request. */
function holds(member: ProviderMember): SQL | undefined {
  return and(
    eq(consent.providerId, member.organisationId),
    eq(provider.status, "open"),
    isNull(consent.withdrawnAt),
    gt(consent.until, Date.now()),
  );
}

/** The reports this provider may read now, the latest consent first. */
export async function sharedReportsOf(db: Reader, member: ProviderMember) {
  const rows = await db
    .select({
      id: consent.id,
      enterpriseName: organisation.name,
      number: report.number,
      supersededAt: report.supersededAt,
      sections: consent.sections,
      withFiles: consent.withFiles,
      createdAt: consent.createdAt,
      until: consent.until,
    })
    .from(consent)
    .innerJoin(provider, eq(provider.organisationId, consent.providerId))
    .innerJoin(report, eq(report.id, consent.reportId))
    .innerJoin(organisation, eq(organisation.id, consent.enterpriseId))
    .where(holds(member))
    .orderBy(desc(consent.createdAt), desc(consent.id));
  return rows.map(({ until, ...row }) => ({ ...row, lastDay: lastDayOf(until) }));
}

export type SharedLine = Awaited<ReturnType<typeof sharedReportsOf>>[number];

export type SharedOnPage = {
  consentId: string;
  reportId: string;
  enterpriseId: string;
  lastDay: string;
  shared: SharedReport;
};

/** The report under a consent, cut down to what it covers; null when the consent does not hold for this provider now. */
export async function sharedReport(
  db: Reader,
  member: ProviderMember,
  consentId: string,
): Promise<SharedOnPage | null> {
  const found = await heldConsent(db, member, consentId);
  if (!found) return null;
  const page = await drawnReport(db, found.about, found.shared);
  if (!page) return null;
  const { given } = found;
  const photos = given.withFiles ? await photosOfReport(db, given.reportId) : [];
  return {
    ...{ consentId, reportId: given.reportId, enterpriseId: given.enterpriseId, lastDay: lastDayOf(given.until) },
    shared: cutReport(page, photos, given, member.organisationId),
  };
}

/** The file of a photo in a shared report, when the consent covers photos and findings; else null. */
export async function sharedPhoto(
  db: Reader,
  member: ProviderMember,
  consentId: string,
  fileId: string,
): Promise<{ file: StoredFile; reportId: string; enterpriseId: string } | null> {
  const given = (await heldConsent(db, member, consentId))?.given;
  if (!given?.withFiles || !given.sections.includes("findings")) return null;
  const isOfReport = and(eq(findingPhoto.fileId, fileId), eq(finding.reportId, given.reportId));
  const photo = await one(
    db
      .select({ id: findingPhoto.fileId })
      .from(findingPhoto)
      .innerJoin(finding, eq(finding.id, findingPhoto.findingId))
      .where(isOfReport),
  );
  const file = photo && (await storedFileOf(db, photo.id));
  return file && { file, reportId: given.reportId, enterpriseId: given.enterpriseId };
}

function heldConsent(db: Reader, member: ProviderMember, id: string) {
  return one(
    db
      .select({ given: consent, shared: report, about: diagnosis })
      .from(consent)
      .innerJoin(provider, eq(provider.organisationId, consent.providerId))
      .innerJoin(report, eq(report.id, consent.reportId))
      .innerJoin(diagnosis, eq(diagnosis.id, report.diagnosisId))
      .where(and(eq(consent.id, id), holds(member))),
  );
}
