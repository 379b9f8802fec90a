/** The one way an enquiry changes: fenced by side, checked against the table, journalled, and told to the other side. */
import { and, eq, type SQL } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { enquiry, enquiryAnswer } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { EnquiryStatus } from "#db/vocabulary/projects";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell, type Tidings } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { mayMove, stateAt, type EnquirySide } from "./enquiry-status";

export type EnquiryActor = EnterpriseMember | ProviderMember;
export type Enquiry = typeof enquiry.$inferSelect;
/** not_found: there is none for this side. not_possible: its state does not allow it, or its time has passed. */
export type MoveRefusal = "not_found" | "not_possible";

/** Which enquiries an actor may see at all: only those its own organisation sent or received. */
export function fence(actor: EnquiryActor): SQL {
  return actor.kind === "enterprise"
    ? eq(enquiry.enterpriseId, actor.organisationId)
    : eq(enquiry.providerId, actor.organisationId);
}

/** The enquiry when this actor may see it, else null. */
export function enquiryRow(db: Reader, actor: EnquiryActor, id: string): Promise<Enquiry | null> {
  return one(
    db
      .select()
      .from(enquiry)
      .where(and(eq(enquiry.id, id), fence(actor))),
  );
}

/** The enquiry, ready for the move to `to`. */
export async function enquiryToMove(
  tx: Writer,
  actor: EnquiryActor,
  id: string,
  to: EnquiryStatus,
): Promise<Outcome<Enquiry, MoveRefusal>> {
  const found = await enquiryRow(tx, actor, id);
  if (!found) return refused("not_found");
  return mayMove(actor.kind, stateAt(found, Date.now()), to) ? done(found) : refused("not_possible");
}

type Change = Partial<Pick<typeof enquiry.$inferInsert, "expiresAt" | "firstAnswerAt">>;

/** Writes the new status and its journal entry. */
export async function moveEnquiry(
  tx: Writer,
  actor: EnquiryActor,
  before: Enquiry,
  to: EnquiryStatus,
  change: Change = {},
  facts: Record<string, unknown> = {},
): Promise<void> {
  const moved = { ...change, status: to, statusSince: Date.now(), edit: before.edit + 1 };
  await tx.update(enquiry).set(moved).where(eq(enquiry.id, before.id));
  await record(tx, actor, {
    action: `enquiry.${to}`,
    subject: { kind: "enquiry", id: before.id },
    ownerOrganisationId: before.enterpriseId,
    before: { status: before.status },
    after: { status: to, ...facts },
  });
}

/** Any answer of the provider's counts once: the first one. */
export function firstAnswer({ firstAnswerAt }: Pick<Enquiry, "firstAnswerAt">) {
  return { firstAnswerAt: firstAnswerAt ?? Date.now() };
}

type Words = Pick<typeof enquiryAnswer.$inferInsert, "text" | "reason">;

/** Adds what a side wrote to the conversation; answers its id. */
export async function write(tx: Writer, actor: EnquiryActor, enquiryId: string, words: Words): Promise<string> {
  const id = newId("ans");
  await tx
    .insert(enquiryAnswer)
    .values({ id, enquiryId, byUserId: actor.userId, bySide: actor.kind, at: Date.now(), ...words });
  return id;
}

/** Tells a side; every sentence may name `enterprise`, `provider`, `solution` and `text`. */
export async function tellSide(
  tx: Writer,
  actor: { userId: string },
  about: Pick<Enquiry, "id" | "enterpriseId" | "providerId" | "versionId">,
  side: EnquirySide,
  kind: Tidings["kind"],
  text = "",
): Promise<void> {
  const organisationId = side === "enterprise" ? about.enterpriseId : about.providerId;
  const href = side === "enterprise" ? paths.enterprise.enquiry(about.id) : paths.providerDesk.enquiry(about.id);
  const params = {
    enterprise: await nameOf(tx, about.enterpriseId),
    provider: await nameOf(tx, about.providerId),
    solution: await titleOf(tx, about.versionId),
    text,
  };
  await tell(tx, { organisationId }, { kind, params, href }, actor);
}

async function nameOf(db: Reader, organisationId: string): Promise<string> {
  const row = await one(
    db.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, organisationId)),
  );
  return row?.name ?? "";
}

async function titleOf(db: Reader, versionId: string): Promise<string> {
  const row = await one(
    db.select({ title: solutionVersion.title }).from(solutionVersion).where(eq(solutionVersion.id, versionId)),
  );
  return row?.title ?? "";
}
