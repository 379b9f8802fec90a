/** Complaints about a listing or a provider's conduct: filed by anyone signed in, the provider heard once, answered by staff. */
import { and, count, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { provider, solution } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { complaint } from "#db/schema/moderation.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ModerationSubject } from "#db/vocabulary/moderation";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import type { ComplaintAnswerForm, ComplaintForm, HearingForm } from "./complaint-form";
import { complaintAnswers, mayBeHeard } from "./complaint-status";
import { fencedComplaint } from "./complaint-pages.server";
import { decideOnProvider, decideOnSolution } from "./decisions.server";
import type { Moderator } from "./fence.server";

/** Anyone signed in; the organisations tell whose own listing it would be. */
export type Complainant = { userId: string; organisationIds: readonly string[] };

/** So many unanswered complaints of one person; a product default against floods. */
export const MOST_OPEN_OF_ONE = 10;

type Subject = { kind: ModerationSubject; id: string };

/**
 * Files a complaint about a published solution or an open provider. Refuses `not_found` for what is not public or one's own,
 * `already_open` when one's own complaint about it still waits (the same words again are the same complaint), `too_many`.
 * Writes complaint and journal, tells the home park and the provider, who does not learn from whom it is.
 */
export async function fileComplaint(
  tx: Writer,
  from: Complainant,
  about: Subject,
  form: ComplaintForm,
): Promise<Outcome<{ id: string }, "not_found" | "already_open" | "too_many">> {
  const subject = await publicSubject(tx, about);
  if (!subject || from.organisationIds.includes(subject.providerId)) return refused("not_found");
  const open = await openComplaint(tx, from.userId, about);
  if (open)
    return open.text === form.text && open.ground === form.ground ? done({ id: open.id }) : refused("already_open");
  const waiting = await one(tx.select({ n: count() }).from(complaint).where(openOf(from.userId)));
  if ((waiting?.n ?? 0) >= MOST_OPEN_OF_ONE) return refused("too_many");

  const id = newId("cpl");
  await tx.insert(complaint).values({
    id,
    subjectKind: about.kind,
    subjectId: about.id,
    providerId: subject.providerId,
    ...form,
    byUserId: from.userId,
    byOrganisationId: from.organisationIds[0] ?? null,
    status: "open",
    createdAt: Date.now(),
  });
  await record(tx, { userId: from.userId, organisationId: from.organisationIds[0] }, factOf("filed", id, subject));
  const params = { provider: subject.providerName };
  const atDesk = { kind: "complaint.filed" as const, params };
  if (subject.parkSlug)
    await tell(tx, { parkSlug: subject.parkSlug }, { ...atDesk, href: paths.parkDesk.complaint(id) });
  const href = paths.providerDesk.complaint(id);
  await tell(tx, { organisationId: subject.providerId }, { kind: "complaint.to_provider", params, href });
  return done({ id });
}

function openOf(userId: string) {
  return and(eq(complaint.byUserId, userId), eq(complaint.status, "open"));
}

/** A person's complaint about it that still waits for an answer: there is never a second one. */
export async function openComplaint(db: Reader, userId: string, { kind, id }: Subject) {
  const about = and(eq(complaint.subjectKind, kind), eq(complaint.subjectId, id));
  return one(
    db
      .select()
      .from(complaint)
      .where(and(openOf(userId), about)),
  );
}

/** What may be complained about, with whose it is: what readers see, no more. */
export async function publicSubject(db: Reader, { kind, id }: Subject) {
  const owner = {
    providerId: provider.organisationId,
    providerName: organisation.name,
    parkSlug: organisation.parkSlug,
    regionCode: organisation.regionCode,
  };
  const isOpen = eq(provider.status, "open");
  if (kind === "provider")
    return one(
      db
        .select(owner)
        .from(provider)
        .innerJoin(organisation, eq(organisation.id, provider.organisationId))
        .where(and(isOpen, eq(provider.organisationId, id))),
    );
  return one(
    db
      .select(owner)
      .from(solution)
      .innerJoin(provider, eq(provider.organisationId, solution.providerId))
      .innerJoin(organisation, eq(organisation.id, solution.providerId))
      .where(and(isOpen, eq(solution.status, "published"), eq(solution.id, id))),
  );
}

/** The provider's side, said once. Refuses `not_allowed` after that or after the answer. Writes complaint, journal, notice to the park. */
export async function hearProvider(
  tx: Writer,
  member: ProviderMember,
  id: string,
  { text }: HearingForm,
): Promise<Outcome<undefined, "not_found" | "not_allowed">> {
  const row = await one(
    tx
      .select()
      .from(complaint)
      .where(and(eq(complaint.id, id), eq(complaint.providerId, member.organisationId))),
  );
  if (!row) return refused("not_found");
  if (row.providerAnswer === text) return done();
  if (!mayBeHeard(row)) return refused("not_allowed");
  await tx
    .update(complaint)
    .set({ providerAnswer: text, providerAnsweredAt: Date.now(), edit: row.edit + 1 })
    .where(eq(complaint.id, id));
  const owner = { providerId: member.organisationId, parkSlug: member.parkSlug, regionCode: null };
  await record(tx, member, factOf("heard", id, owner));
  if (member.parkSlug) {
    const href = paths.parkDesk.complaint(id);
    const params = { provider: member.organisationName };
    await tell(tx, { parkSlug: member.parkSlug }, { kind: "complaint.heard", params, href }, member);
  }
  return done();
}

/**
 * Answers a complaint within the moderator's fence, and on wish takes what it is about down at once. Refuses `stale` when the
 * provider was heard or another answered after the page was drawn, `cannot_suspend` when it is not shown any more; then
 * nothing is written. The same answer twice is one. Writes complaint, decision, index, journal and notices to both sides.
 */
export async function answerComplaint(
  tx: Writer,
  moderator: Moderator,
  id: string,
  form: ComplaintAnswerForm,
): Promise<Outcome<undefined, "not_found" | "stale" | "not_allowed" | "cannot_suspend">> {
  const found = await fencedComplaint(tx, moderator, id);
  if (!found) return refused("not_found");
  const { row, ...owner } = found;
  if (row.status === form.status && row.answer === form.text && row.decidedByUserId === moderator.userId) return done();
  if (!complaintAnswers(row.status).includes(form.status)) return refused("not_allowed");
  if (row.edit !== form.edit) return refused("stale");
  if (form.suspend && form.status === "upheld" && !(await takeDown(tx, moderator, row, form.text)))
    return refused("cannot_suspend");
  await tx
    .update(complaint)
    .set({
      status: form.status,
      answer: form.text,
      decidedAt: Date.now(),
      decidedByUserId: moderator.userId,
      edit: row.edit + 1,
    })
    .where(eq(complaint.id, id));
  await record(tx, moderator, {
    ...factOf(form.status, id, owner),
    after: { status: form.status, suspended: form.suspend },
  });
  const params = { provider: owner.providerName, office: moderator.organisationName, text: form.text };
  await tell(
    tx,
    { userIds: [row.byUserId] },
    { kind: `complaint.${form.status}`, params, href: paths.account.complaints() },
  );
  const href = paths.providerDesk.complaint(id);
  await tell(tx, { organisationId: row.providerId }, { kind: "complaint.answered", params, href });
  return done();
}

async function takeDown(
  tx: Writer,
  moderator: Moderator,
  row: typeof complaint.$inferSelect,
  text: string,
): Promise<boolean> {
  const said = { decision: "suspended", reason: "complaint", text } as const;
  if (row.subjectKind === "provider") {
    const shown = await publicSubject(tx, { kind: "provider", id: row.subjectId });
    return shown !== null && (await decideOnProvider(tx, moderator, row.subjectId, { ...said, seenEdit: 0 })).ok;
  }
  const live = await one(tx.select().from(solution).where(eq(solution.id, row.subjectId)));
  if (!live?.currentVersionId || live.status !== "published") return false;
  const seen = { versionId: live.currentVersionId, seenEdit: 0 };
  return (await decideOnSolution(tx, moderator, live.id, { ...said, ...seen })).ok;
}

function factOf(
  what: string,
  id: string,
  owner: { providerId: string; parkSlug: string | null; regionCode: string | null },
) {
  return {
    action: `complaint.${what}`,
    subject: { kind: "complaint", id },
    // Its members may read entries of their own: who complained must not stand there.
    ownerOrganisationId: what === "filed" ? null : owner.providerId,
    parkSlug: owner.parkSlug,
    regionCode: owner.regionCode,
  };
}
