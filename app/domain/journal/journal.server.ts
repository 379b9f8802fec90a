import { newId } from "#db/ids.server";
import { journalEntry } from "#db/schema/support.server";
import type { Writer } from "#db/store.server";
import { currentRequestId } from "~/log.server";

export type Fact = {
  /** Noun and past participle: "solution.submitted". */
  action: string;
  subject: { kind: string; id: string };
  /** The organisation the object belongs to: its members may read the entry. */
  ownerOrganisationId?: string | null;
  parkSlug?: string | null;
  regionCode?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

type Actor = { userId: string; organisationId?: string };

/**
 * Writes who did what, when, before and after; call it in the transaction of the change itself.
 * `actor` null is the system. Never put passwords, phone numbers or credit codes into before and after.
 */
export async function record(tx: Writer, actor: Actor | null, fact: Fact): Promise<void> {
  await tx.insert(journalEntry).values({
    at: Date.now(),
    actorUserId: actor?.userId ?? null,
    actorOrganisationId: actor?.organisationId ?? null,
    action: fact.action,
    subjectKind: fact.subject.kind,
    subjectId: fact.subject.id,
    ownerOrganisationId: fact.ownerOrganisationId ?? null,
    parkSlug: fact.parkSlug ?? null,
    regionCode: fact.regionCode ?? null,
    before: fact.before ?? null,
    after: fact.after ?? null,
    requestId: currentRequestId(),
  });
}

/** Notes a whole import: one entry of its own, beside those of what it changed. `after`: the file's name and the counts. */
export async function recordImport(tx: Writer, action: string, after: Record<string, unknown>): Promise<void> {
  await record(tx, null, { action, subject: { kind: "import", id: newId("imp") }, after });
}
