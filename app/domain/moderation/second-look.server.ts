import { and, desc, eq, inArray } from "drizzle-orm";
import { decision } from "#db/schema/moderation.server";
import type { Reader } from "#db/store.server";
import type { DecisionSubject } from "./history.server";
import { secondLook, type Past } from "./second-look";

type Looked = ReturnType<typeof secondLook>;

/** Whether this person may not decide on it: it was returned twice, the last time by the same person. */
export async function needsOtherEyes(db: Reader, { userId }: { userId: string }, subject: DecisionSubject) {
  return (await secondLooksOf(db, [subject]))(subject).notBy === userId;
}

/** How often each of these was returned, and who may not decide on it now. One query for a few hundred of a kind. */
export async function secondLooksOf(db: Reader, subjects: readonly DecisionSubject[]) {
  const past = new Map<string, Past[]>();
  for (const kind of ["provider", "solution"] as const) {
    const ids = subjects.filter((each) => each.kind === kind).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      for (const { id, ...row } of await decisionsOn(db, kind, ids.slice(at, at + AT_ONCE))) {
        const key = keyOf({ kind, id });
        past.set(key, [...(past.get(key) ?? []), row]);
      }
    }
  }
  return (subject: DecisionSubject): Looked & { decided: number } => {
    const own = past.get(keyOf(subject)) ?? [];
    return { ...secondLook(own), decided: own.length };
  };
}

const AT_ONCE = 500;

function decisionsOn(db: Reader, kind: DecisionSubject["kind"], ids: string[]) {
  return db
    .select({ id: decision.subjectId, decision: decision.decision, byUserId: decision.byUserId })
    .from(decision)
    .where(and(eq(decision.subjectKind, kind), inArray(decision.subjectId, ids)))
    .orderBy(desc(decision.at), desc(decision.id));
}

function keyOf({ kind, id }: DecisionSubject): string {
  return `${kind} ${id}`;
}
