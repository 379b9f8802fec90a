import { and, desc, eq } from "drizzle-orm";
import { solutionVersion } from "#db/schema/catalogue.server";
import { user } from "#db/schema/identity.server";
import { decision } from "#db/schema/moderation.server";
import type { Reader } from "#db/store.server";
import type { ModerationSubject } from "#db/vocabulary/moderation";
import type { ProviderMember } from "~/domain/identity/actor";

export type DecisionSubject = { kind: ModerationSubject; id: string };

const columns = {
  id: decision.id,
  decision: decision.decision,
  reason: decision.reason,
  text: decision.text,
  at: decision.at,
  versionNumber: solutionVersion.number,
};

/** All decisions about an own provider or solution, newest first, for its owner: what and why, not which person. */
export async function decisionsForOwner(db: Reader, member: ProviderMember, subject: DecisionSubject) {
  return db
    .select(columns)
    .from(decision)
    .leftJoin(solutionVersion, eq(solutionVersion.id, decision.versionId))
    .where(and(isAbout(subject), eq(decision.providerId, member.organisationId)))
    .orderBy(desc(decision.at), desc(decision.id));
}

/** All decisions about a provider or solution, newest first, with who took them. The caller has fenced the subject. */
export async function decisionsAbout(db: Reader, subject: DecisionSubject) {
  return db
    .select({ ...columns, by: user.name })
    .from(decision)
    .innerJoin(user, eq(user.id, decision.byUserId))
    .leftJoin(solutionVersion, eq(solutionVersion.id, decision.versionId))
    .where(isAbout(subject))
    .orderBy(desc(decision.at), desc(decision.id));
}

function isAbout({ kind, id }: DecisionSubject) {
  return and(eq(decision.subjectKind, kind), eq(decision.subjectId, id));
}
