/** The enterprise decides which provider reads which sections of one version of its report, and until when (decision 0025). */
import { and, desc, eq, isNull } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { provider } from "#db/schema/catalogue.server";
import { consent } from "#db/schema/clinic-after.server";
import { report } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ReportSection } from "#db/vocabulary/clinic";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import type { GiveConsentForm } from "./consent-form";
import { consentStateAt, endOfDay, isPossibleDay, lastDayOf, type ConsentState } from "./consent-status";
import { reportsOfCase, type Report } from "./draft-report.server";
import { diagnosisFor } from "./moves.server";

export type ShownConsent = {
  id: string;
  providerId: string;
  providerName: string;
  /** Version of the report. */
  number: number;
  /** False: the version was corrected since; what is read is the one before the correction. */
  isOfNewest: boolean;
  sections: ReportSection[];
  withFiles: boolean;
  createdAt: number;
  /** YYYY-MM-DD, the last day. */
  lastDay: string;
  withdrawnAt: number | null;
  state: ConsentState;
};

/** The issued report of a case of this enterprise: what a consent given today is about. Null when there is none. */
export async function reportToShare(db: Reader, member: EnterpriseMember, diagnosisId: string): Promise<Report | null> {
  const about = await diagnosisFor(db, member, diagnosisId);
  if (!about) return null;
  return (await reportsOfCase(db, about.id)).find(({ status }) => status === "issued") ?? null;
}

/** Every consent ever given to any version of a case's report, the latest first. Null when the case is not the member's. */
export async function consentsOf(
  db: Reader,
  member: EnterpriseMember,
  diagnosisId: string,
): Promise<ShownConsent[] | null> {
  if (!(await diagnosisFor(db, member, diagnosisId))) return null;
  const isOfCase = and(eq(report.diagnosisId, diagnosisId), eq(consent.enterpriseId, member.organisationId));
  const rows = await db
    .select({
      id: consent.id,
      providerId: consent.providerId,
      providerName: organisation.name,
      number: report.number,
      status: report.status,
      sections: consent.sections,
      withFiles: consent.withFiles,
      createdAt: consent.createdAt,
      until: consent.until,
      withdrawnAt: consent.withdrawnAt,
    })
    .from(consent)
    .innerJoin(report, eq(report.id, consent.reportId))
    .innerJoin(organisation, eq(organisation.id, consent.providerId))
    .where(isOfCase)
    .orderBy(desc(consent.createdAt), desc(consent.id));
  const now = Date.now();
  return rows.map(({ status, until, ...row }) => ({
    ...row,
    isOfNewest: status === "issued",
    lastDay: lastDayOf(until),
    state: consentStateAt({ until, withdrawnAt: row.withdrawnAt }, now),
  }));
}

type GiveRefusal = "not_found" | "stale" | "unknown_provider" | "until_out_of_range";

/**
 * Lets a provider read sections of the issued report until the end of a day in Shanghai. What the same provider was given
 * of the same version before ends with it: the latest choice is the one that holds. Refuses a version that was corrected
 * since the page was drawn ("stale"), a provider that is not open, and a day before today or more than a year away.
 * Writes consent and journal; tells the provider.
 */
export async function giveConsent(
  tx: Writer,
  member: EnterpriseMember,
  diagnosisId: string,
  form: Omit<GiveConsentForm, "intent">,
): Promise<Outcome<{ id: string }, GiveRefusal>> {
  const shared = await reportToShare(tx, member, diagnosisId);
  if (!shared) return refused("not_found");
  if (shared.id !== form.report) return refused("stale");
  if (!(await isOpenProvider(tx, form.provider))) return refused("unknown_provider");
  const now = Date.now();
  if (!isPossibleDay(form.until, now)) return refused("until_out_of_range");
  await endEarlier(tx, member, shared.id, form.provider, now);
  const row = {
    ...{ id: newId("con"), enterpriseId: member.organisationId, reportId: shared.id, providerId: form.provider },
    ...{ sections: form.sections, withFiles: form.withFiles, until: endOfDay(form.until) },
    ...{ createdByUserId: member.userId, createdAt: now },
  };
  await tx.insert(consent).values(row);
  const { reportId, providerId, sections, withFiles, until } = row;
  await recordConsent(tx, member, row.id, "consent.given", { reportId, providerId, sections, withFiles, until });
  await tellProvider(tx, member, providerId, "consent.given", paths.providerDesk.report(row.id));
  return done({ id: row.id });
}

/**
 * Ends a consent at once: the provider's very next request finds nothing. One that was withdrawn before stays as it is.
 * Writes consent and journal; tells the provider.
 */
export async function withdrawConsent(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
): Promise<Outcome<undefined, "not_found">> {
  const isOwn = and(eq(consent.id, id), eq(consent.enterpriseId, member.organisationId));
  const found = await one(tx.select().from(consent).where(isOwn));
  if (!found) return refused("not_found");
  if (found.withdrawnAt !== null) return done();
  const wasValid = consentStateAt(found, Date.now()) === "valid";
  await tx.update(consent).set({ withdrawnAt: Date.now(), withdrawnByUserId: member.userId }).where(eq(consent.id, id));
  await recordConsent(tx, member, id, "consent.withdrawn", { reportId: found.reportId, providerId: found.providerId });
  if (wasValid) await tellProvider(tx, member, found.providerId, "consent.withdrawn", paths.providerDesk.reports());
  return done();
}

async function isOpenProvider(db: Reader, id: string): Promise<boolean> {
  const isOpen = and(eq(provider.organisationId, id), eq(provider.status, "open"));
  return (await one(db.select({ id: provider.organisationId }).from(provider).where(isOpen))) !== null;
}

async function endEarlier(
  tx: Writer,
  member: EnterpriseMember,
  reportId: string,
  providerId: string,
  now: number,
): Promise<void> {
  const isEarlier = and(
    eq(consent.reportId, reportId),
    eq(consent.providerId, providerId),
    isNull(consent.withdrawnAt),
  );
  const ended = await tx
    .update(consent)
    .set({ withdrawnAt: now, withdrawnByUserId: member.userId })
    .where(isEarlier)
    .returning({ id: consent.id });
  for (const { id } of ended) await recordConsent(tx, member, id, "consent.replaced", { reportId, providerId });
}

async function tellProvider(
  tx: Writer,
  member: EnterpriseMember,
  providerId: string,
  kind: "consent.given" | "consent.withdrawn",
  href: string,
): Promise<void> {
  const params = { enterprise: member.organisationName };
  await tell(tx, { organisationId: providerId }, { kind, params, href }, member);
}

async function recordConsent(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  action: string,
  after: Record<string, unknown>,
): Promise<void> {
  await record(tx, member, {
    action,
    subject: { kind: "consent", id },
    ownerOrganisationId: member.organisationId,
    after,
  });
}
