/** A group request becomes enquiries: one for every enterprise that joined and every solution chosen, each its own. */
import { and, asc, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { groupRequest } from "#db/schema/clinic-after.server";
import { diagnosis, finding, recommendation, report } from "#db/schema/clinic.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { ParkGroupForm } from "./group-form";
import { isEnough, mayMoveGroup } from "./group-status";
import { membersOf, ownGroup, recordGroup, tellMember, type Group, type GroupMember } from "./groups.server";
import { liveSolution, openEnquiryFor, sendEnquiry, type Asker } from "./send-enquiry.server";

type Send = Omit<Extract<ParkGroupForm, { intent: "send" }>, "intent">;
type SendRefusal = "not_found" | "stale" | "not_open" | "too_few" | "not_live" | "all_asked";
/** Enquiries sent, and those left out because the enterprise waits for an answer on the same solution already. */
export type Sent = { sent: number; skipped: number };

/**
 * Sends the group request to the providers of one to five solutions. Each enquiry is sent by the rules of any other, in the
 * name of the person who joined, with the contact of the enterprise's case. An enterprise with an open enquiry on a solution
 * is skipped for that one. Refuses fewer than two that joined, a solution that is not public, and one on which every one of
 * them has asked already ("all_asked"). Writes group_request, enquiries, journal, notices.
 */
export async function sendGroup(
  tx: Writer,
  staff: ParkStaff,
  id: string,
  { edit, solutions }: Send,
): Promise<Outcome<Sent, SendRefusal>> {
  const group = await ownGroup(tx, staff, id);
  if (!group) return refused("not_found");
  if (group.edit !== edit) return refused("stale");
  if (!mayMoveGroup(group.status, "sent")) return refused("not_open");
  const joined = (await membersOf(tx, id)).filter(({ status }) => status === "joined");
  if (!isEnough(joined.length)) return refused("too_few");
  const refusal = await whyNot(tx, joined, solutions);
  if (refusal) return refused(refusal);
  let count = 0;
  for (const member of joined) for (const slug of solutions) if (await sendFor(tx, group, member, slug)) count += 1;
  const skipped = joined.length * solutions.length - count;
  await tx
    .update(groupRequest)
    .set({ status: "sent", sentAt: Date.now(), edit: edit + 1 })
    .where(eq(groupRequest.id, id));
  const after = { status: "sent", solutions, enterprises: joined.map(({ enterpriseId }) => enterpriseId), skipped };
  await recordGroup(tx, staff, group, "group.sent", after, { status: group.status });
  for (const { enterpriseId } of joined) await tellMember(tx, staff, group, enterpriseId, "group.sent");
  return done({ sent: count, skipped });
}

/** Everything is asked before anything is written. */
async function whyNot(
  db: Reader,
  joined: readonly GroupMember[],
  slugs: readonly string[],
): Promise<"not_live" | "all_asked" | null> {
  for (const slug of slugs) {
    const live = await liveSolution(db, slug);
    if (!live) return "not_live";
    const open = await Promise.all(joined.map((member) => openEnquiryFor(db, askerOf(member), live.solutionId)));
    if (open.every((enquiryId) => enquiryId !== null)) return "all_asked";
  }
  return null;
}

/** Whether an enquiry was sent; false when one on this solution is open. */
async function sendFor(tx: Writer, group: Group, member: GroupMember, slug: string): Promise<boolean> {
  const about = await findingBehind(tx, member.findingId, group.scenarioKey);
  if (!about) throw new Error(`group member without its finding ${member.findingId}`);
  const { contactName, contactPhone, recommendationId } = about;
  const form = {
    ...{ id: newId("enq"), solution: slug, recommendation: recommendationId, message: group.text },
    ...{ contactName, contactPhone },
  };
  const outcome = await sendEnquiry(tx, askerOf(member), form, { groupId: group.id });
  if (!outcome.ok && outcome.reason !== "open_already") throw new Error(`group enquiry refused: ${outcome.reason}`);
  return outcome.ok;
}

/** Who joined for the enterprise. */
function askerOf({ enterpriseId, answeredByUserId }: GroupMember): Asker {
  if (answeredByUserId === null) throw new Error(`${enterpriseId} joined a group without a person`);
  return { organisationId: enterpriseId, userId: answeredByUserId };
}

/** A finding with its first recommendation on a scenario, and whom to speak to about it. */
export function findingBehind(db: Reader, findingId: string, scenarioKey: string) {
  return one(
    db
      .select({
        title: finding.title,
        diagnosisId: diagnosis.id,
        contactName: diagnosis.contactName,
        contactPhone: diagnosis.contactPhone,
        recommendationId: recommendation.id,
      })
      .from(finding)
      .innerJoin(report, eq(report.id, finding.reportId))
      .innerJoin(diagnosis, eq(diagnosis.id, report.diagnosisId))
      .leftJoin(
        recommendation,
        and(eq(recommendation.findingId, finding.id), eq(recommendation.scenarioKey, scenarioKey)),
      )
      .where(eq(finding.id, findingId))
      .orderBy(asc(recommendation.no))
      .limit(1),
  );
}
