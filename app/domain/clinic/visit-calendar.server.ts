/** The visit as a calendar keeps it, for the enterprise and its expert. Rules: docs/decisions/0020. */
import { desc, eq } from "drizzle-orm";
import { diagnosisStep } from "#db/schema/clinic.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { park } from "#db/schema/scenarios.server";
import { one, type Reader } from "#db/store.server";
import type { EnterpriseMember, Expert } from "~/domain/identity/actor";
import { isLaidDown } from "./diagnosis-status";
import { diagnosisFor } from "./moves.server";
import { enterpriseOf, expertOf, type ShownExpert } from "./parties.server";
import { ARRANGED_MS, type Time } from "./slot-booking.server";

export type VisitEntry = Time & {
  diagnosisId: string;
  /** Grows with every agreement, move and end of the visit. */
  sequence: number;
  changedAt: number;
  isOff: boolean;
  enterprise: string;
  park: { nameZh: string; nameEn: string } | null;
  expert: ShownExpert | null;
  contactName: string;
  contactPhone: string;
  visitNote: string;
};

/** The entry of a case this actor may see; null while no visit is agreed. */
export async function visitEntry(db: Reader, actor: EnterpriseMember | Expert, id: string): Promise<VisitEntry | null> {
  const found = await diagnosisFor(db, actor, id);
  if (!found || found.visitAt === null) return null;
  const { parkSlug, visitAt, contactName, contactPhone, visitNote } = found;
  const [changes, slot, enterprise, place, expert] = await Promise.all([
    changesOf(db, id),
    one(db.select({ endsAt: expertSlot.endsAt }).from(expertSlot).where(eq(expertSlot.diagnosisId, id))),
    enterpriseOf(db, found.enterpriseId),
    one(db.select({ nameZh: park.nameZh, nameEn: park.nameEn }).from(park).where(eq(park.slug, parkSlug))),
    expertOf(db, found.expertUserId),
  ]);
  return {
    ...{ diagnosisId: id, startsAt: visitAt, endsAt: slot?.endsAt ?? visitAt + ARRANGED_MS },
    ...{ sequence: Math.max(0, changes.length - 1), changedAt: changes[0]?.at ?? found.statusSince },
    isOff: isLaidDown(found.status),
    ...{ enterprise: enterprise?.name ?? "", park: place, expert },
    ...{ contactName, contactPhone, visitNote },
  };
}

/** The steps that agreed, moved or gave up a visit, the latest first. */
async function changesOf(db: Reader, id: string): Promise<{ at: number }[]> {
  const steps = await db
    .select({ toStatus: diagnosisStep.toStatus, at: diagnosisStep.at })
    .from(diagnosisStep)
    .where(eq(diagnosisStep.diagnosisId, id))
    .orderBy(desc(diagnosisStep.at));
  return steps.filter(({ toStatus }) => toStatus === "scheduled" || isLaidDown(toStatus));
}
