/** What a provider proves to be listed: its statements and evidence, criterion by criterion. docs/decisions/0030. */
import { and, eq, inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { provider, qualification } from "#db/schema/catalogue.server";
import { storedFile } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { qualificationCriteria, type QualificationCriterion } from "#db/vocabulary/catalogue";
import type { Received } from "~/domain/files/received.server";
import { forgetFile, noteFile } from "~/domain/files/stored-files.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { isProviderClosed } from "./provider-status";
import { isExpired } from "./qualification-expiry";
import type { QualificationForm } from "./qualification-form";
import { isEmptyQualification, isWithPark, missingOfQualification, requiredCriteria } from "./qualification-status";

const columns = {
  id: qualification.id,
  criterion: qualification.criterion,
  status: qualification.status,
  statement: qualification.statement,
  fileId: qualification.fileId,
  validUntil: qualification.validUntil,
  submittedAt: qualification.submittedAt,
  decidedAt: qualification.decidedAt,
  reason: qualification.reason,
  decisionText: qualification.decisionText,
  edit: qualification.edit,
  fileName: storedFile.name,
  fileBytes: storedFile.bytes,
  fileHeldSince: storedFile.heldSince,
};

/** The qualifications of a provider in the order of the criteria; those never filled in are missing. */
export async function qualificationsOf(db: Reader, providerId: string) {
  const rows = await db
    .select(columns)
    .from(qualification)
    .leftJoin(storedFile, eq(storedFile.id, qualification.fileId))
    .where(eq(qualification.providerId, providerId));
  return qualificationCriteria.flatMap((criterion) => rows.filter((row) => row.criterion === criterion));
}

export type Qualification = Awaited<ReturnType<typeof qualificationsOf>>[number];
type Row = typeof qualification.$inferSelect;

/** What saving came to: `unchanged` when the park's last word on it still stands, `emptied` when it is no longer claimed. */
type Saved = "sent" | "saved" | "unchanged" | "emptied";
type SaveRefusal = "not_found" | "closed" | "stale" | "incomplete";

/**
 * Saves a qualification. While the park has the provider's papers, a change goes there at once (and must be complete); otherwise it is a
 * draft until the profile is handed in. What had passed has to be looked at again. Saving the same again is no change.
 * Refuses: `closed` when the provider was refused or terminated, `stale`, `incomplete`, also for nothing said about what was never claimed.
 * Writes qualification, stored_file, journal; tells the park when it concerns a provider it had approved.
 */
export async function saveQualification(
  tx: Writer,
  member: ProviderMember,
  criterion: QualificationCriterion,
  { form, file }: { form: QualificationForm; file: Received | null },
): Promise<Outcome<{ now: Saved }, SaveRefusal>> {
  const owner = await one(tx.select().from(provider).where(eq(provider.organisationId, member.organisationId)));
  if (!owner) return refused("not_found");
  if (isProviderClosed(owner.status)) return refused("closed");
  const before = await rowOf(tx, member.organisationId, criterion);
  const fileId = file?.id ?? (form.dropFile ? null : (before?.fileId ?? null));
  const next = { statement: form.statement, validUntil: form.validUntil, fileId };
  const isSent = isWithPark(owner);
  const isLeftEmpty = isEmptyQualification({ criterion, ...next });
  if (before && isSame(before, next)) return done({ now: sameAgain(before, isSent, isLeftEmpty) });
  if ((before?.edit ?? 0) !== form.seenEdit) return refused("stale");
  const isIncomplete = missingOfQualification({ criterion, ...next }).length > 0;
  const isLetGo = isLeftEmpty && before !== null && !requiredCriteria.includes(criterion);
  if (isSent && isIncomplete && !isLetGo) return refused("incomplete");

  await keep(tx, member, { before, criterion, next, file, isSubmitted: isSent && !isLeftEmpty });
  if (!isSent) return done({ now: "saved" });
  if (isLeftEmpty) return done({ now: "emptied" });
  if (owner.status !== "pending_approval") await tellPark(tx, member);
  return done({ now: "sent" });
}

function sameAgain({ status }: Row, isSent: boolean, isLeftEmpty: boolean): Saved {
  if (!isSent) return "saved";
  if (isLeftEmpty) return "emptied";
  return status === "submitted" ? "sent" : "unchanged";
}

type Change = {
  before: Row | null;
  criterion: QualificationCriterion;
  next: { statement: string; validUntil: string | null; fileId: string | null };
  file: Received | null;
  isSubmitted: boolean;
};

async function keep(tx: Writer, member: ProviderMember, { before, criterion, next, file, isSubmitted }: Change) {
  const providerId = member.organisationId;
  const at = Date.now();
  if (file) {
    const owner = { ownerOrganisationId: providerId, byUserId: member.userId };
    await noteFile(tx, { ...owner, id: file.id, name: file.name, heldSince: file.heldSince }, file);
  }
  const status = isSubmitted ? ("submitted" as const) : ("draft" as const);
  const values = { ...next, status, updatedAt: at, submittedAt: isSubmitted ? at : (before?.submittedAt ?? null) };
  if (before) {
    const edit = before.edit + 1;
    await tx
      .update(qualification)
      .set({ ...values, edit })
      .where(eq(qualification.id, before.id));
    if (before.fileId !== null && before.fileId !== next.fileId) await forgetFile(tx, before.fileId);
  } else await tx.insert(qualification).values({ id: newId("qua"), providerId, criterion, ...values });
  await record(tx, member, {
    action: isSubmitted ? "qualification.submitted" : "qualification.edited",
    ...aboutQualification(providerId, member.parkSlug),
    before: before ? { criterion, status: before.status, validUntil: before.validUntil } : undefined,
    after: { criterion, status, validUntil: next.validUntil, file: file?.name },
  });
}

/**
 * Hands in what is filled in and was not passed: called with the profile. Refuses `qualifications_incomplete` when a required one is not
 * there, lacks something, or was returned and not changed since. Writes qualification.
 */
export async function handInQualifications(
  tx: Writer,
  providerId: string,
): Promise<Outcome<undefined, "qualifications_incomplete">> {
  const all = await qualificationsOf(tx, providerId);
  if (openOfRequired(all).length > 0) return refused("qualifications_incomplete");
  const drafts = all.filter((each) => each.status === "draft" && missingOfQualification(each).length === 0);
  const ids = drafts.map(({ id }) => id);
  if (ids.length === 0) return done();
  await tx
    .update(qualification)
    .set({ status: "submitted", submittedAt: Date.now() })
    .where(inArray(qualification.id, ids));
  return done();
}

/** The required criteria that keep the papers from being handed in. */
export function openOfRequired(all: readonly Qualification[]): QualificationCriterion[] {
  return requiredCriteria.filter((criterion) => {
    const one = all.find((each) => each.criterion === criterion);
    return !one || one.status === "returned" || (one.status === "draft" && missingOfQualification(one).length > 0);
  });
}

/** Whether the park has passed every required one: without that no provider is opened. */
export async function areRequiredPassed(db: Reader, providerId: string): Promise<boolean> {
  const rows = await db
    .select({ criterion: qualification.criterion })
    .from(qualification)
    .where(and(eq(qualification.providerId, providerId), eq(qualification.status, "passed")));
  const passed = new Set(rows.map(({ criterion }) => criterion));
  return requiredCriteria.every((criterion) => passed.has(criterion));
}

/** What the park has passed and what has not run out: all that readers are told of a provider's qualifications. */
export async function verifiedOf(db: Reader, providerId: string, now: number): Promise<QualificationCriterion[]> {
  const all = await qualificationsOf(db, providerId);
  return all.flatMap(({ criterion, status, validUntil }) =>
    status === "passed" && !isExpired(validUntil, now) ? [criterion] : [],
  );
}

/** One qualification as it lies in the database. */
export function rowOf(db: Reader, providerId: string, criterion: QualificationCriterion): Promise<Row | null> {
  const isIt = and(eq(qualification.providerId, providerId), eq(qualification.criterion, criterion));
  return one(db.select().from(qualification).where(isIt));
}

/** The journal's words for a qualification: it is the provider that changes. */
export function aboutQualification(providerId: string, parkSlug: string | null) {
  return { subject: { kind: "provider", id: providerId }, ownerOrganisationId: providerId, parkSlug };
}

function isSame(before: Row, next: Change["next"]): boolean {
  return before.statement === next.statement && before.validUntil === next.validUntil && before.fileId === next.fileId;
}

async function tellPark(tx: Writer, member: ProviderMember): Promise<void> {
  if (!member.parkSlug) return;
  const params = { provider: member.organisationName };
  const href = paths.parkDesk.provider(member.organisationId);
  await tell(tx, { parkSlug: member.parkSlug }, { kind: "qualification.submitted", params, href }, member);
}
