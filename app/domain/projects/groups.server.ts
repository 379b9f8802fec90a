/** Group requests: the park invites, each enterprise answers for itself, the park calls it off or sends it (decision 0025). */
import { and, eq } from "drizzle-orm";
import { groupMember, groupRequest } from "#db/schema/clinic-after.server";
import { park } from "#db/schema/scenarios.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { GroupMemberStatus } from "#db/vocabulary/clinic";
import type { EnterpriseMember, ParkStaff } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell, type Tidings } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import type { NewGroupForm, ParkGroupForm } from "./group-form";
import { answersOf, mayMoveGroup, MIN_MEMBERS } from "./group-status";
import { candidatesOf } from "./group-suggestions.server";

export type Group = typeof groupRequest.$inferSelect;
export type GroupMember = typeof groupMember.$inferSelect;

/**
 * Begins a group request and invites the chosen enterprises, each with its gravest finding on the scenario. The same id sent
 * again is the same group. Refuses when one of them cannot be invited any more ("changed") and an id that is another's.
 * Writes group_request, group_member, journal, notices.
 */
export async function createGroup(
  tx: Writer,
  staff: ParkStaff,
  form: NewGroupForm,
): Promise<Outcome<string, "changed" | "id_taken">> {
  const present = await one(tx.select().from(groupRequest).where(eq(groupRequest.id, form.id)));
  if (present) return present.createdByUserId === staff.userId ? done(form.id) : refused("id_taken");
  const candidates = await candidatesOf(tx, staff, form.scenario);
  const invited = candidates.filter(({ enterpriseId }) => form.enterprises.includes(enterpriseId));
  if (invited.length !== form.enterprises.length || invited.length < MIN_MEMBERS) return refused("changed");
  const row = {
    ...{ id: form.id, parkSlug: staff.parkSlug, scenarioKey: form.scenario, title: form.title, text: form.text },
    ...{ status: "open" as const, createdByUserId: staff.userId, createdAt: Date.now() },
  };
  await tx.insert(groupRequest).values(row);
  for (const { enterpriseId, findingId } of invited)
    await tx.insert(groupMember).values({ groupId: row.id, enterpriseId, findingId, status: "invited" });
  await recordGroup(tx, staff, row, "group.created", { scenarioKey: row.scenarioKey, enterprises: form.enterprises });
  for (const { enterpriseId } of invited) await tellMember(tx, staff, row, enterpriseId, "group.invited");
  return done(row.id);
}

/**
 * An enterprise joins or declines; it may change its mind until the request is sent. The same answer again changes nothing.
 * Refuses a group it was not invited to and one that is no longer open. Writes group_member, group_request, journal; tells
 * the park.
 */
export async function answerGroup(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  answer: Exclude<GroupMemberStatus, "invited">,
): Promise<Outcome<undefined, "not_found" | "not_open">> {
  const found = await groupAndPart(tx, member, id);
  if (!found) return refused("not_found");
  const { group, own } = found;
  if (own.status === answer) return done();
  if (!answersOf(group.status, own.status).includes(answer)) return refused("not_open");
  await tx
    .update(groupMember)
    .set({ status: answer, answeredByUserId: member.userId, answeredAt: Date.now() })
    .where(isOwnPart(member, id));
  // The park sends for those it saw: an answer in between makes its page stale.
  await tx
    .update(groupRequest)
    .set({ edit: group.edit + 1 })
    .where(eq(groupRequest.id, id));
  await record(tx, member, {
    action: `group.${answer}`,
    subject: { kind: "group_request", id },
    ...{ ownerOrganisationId: member.organisationId, parkSlug: group.parkSlug },
    before: { status: own.status },
    after: { status: answer },
  });
  const params = { enterprise: member.organisationName, title: group.title };
  const href = paths.parkDesk.group(id);
  await tell(tx, { parkSlug: group.parkSlug }, { kind: `group.${answer}`, params, href }, member);
  return done();
}

type Close = Omit<Extract<ParkGroupForm, { intent: "close" }>, "intent">;

/** Calls a group request off, with a reason and words. Writes group_request, journal; tells who had not declined. */
export async function closeGroup(
  tx: Writer,
  staff: ParkStaff,
  id: string,
  { edit, reason, text }: Close,
): Promise<Outcome<undefined, "not_found" | "stale" | "not_open">> {
  const group = await ownGroup(tx, staff, id);
  if (!group) return refused("not_found");
  if (group.edit !== edit) return refused("stale");
  if (!mayMoveGroup(group.status, "closed")) return refused("not_open");
  await tx
    .update(groupRequest)
    .set({ status: "closed", edit: edit + 1 })
    .where(eq(groupRequest.id, id));
  await recordGroup(tx, staff, group, "group.closed", { status: "closed", reason, text }, { status: group.status });
  for (const { enterpriseId, status } of await membersOf(tx, id))
    if (status !== "declined") await tellMember(tx, staff, group, enterpriseId, "group.closed", text);
  return done();
}

/** The group request when it is this park's, else null. */
export function ownGroup(db: Reader, staff: ParkStaff, id: string): Promise<Group | null> {
  const isOwn = and(eq(groupRequest.id, id), eq(groupRequest.parkSlug, staff.parkSlug));
  return one(db.select().from(groupRequest).where(isOwn));
}

export function membersOf(db: Reader, groupId: string): PromiseLike<GroupMember[]> {
  return db.select().from(groupMember).where(eq(groupMember.groupId, groupId)).orderBy(groupMember.enterpriseId);
}

/** Tells one enterprise of its group request. Writes notices and mail. */
export async function tellMember(
  tx: Writer,
  staff: ParkStaff,
  group: Pick<Group, "id" | "title" | "parkSlug">,
  enterpriseId: string,
  kind: Extract<Tidings["kind"], `group.${string}`>,
  text = "",
): Promise<void> {
  const place = await one(tx.select({ name: park.shortNameZh }).from(park).where(eq(park.slug, group.parkSlug)));
  const params = { park: place?.name ?? group.parkSlug, title: group.title, text };
  await tell(tx, { organisationId: enterpriseId }, { kind, params, href: paths.enterprise.group(group.id) }, staff);
}

/** Writes the journal entry of the park's act. */
export async function recordGroup(
  tx: Writer,
  staff: ParkStaff,
  group: Pick<Group, "id" | "parkSlug">,
  action: string,
  after: Record<string, unknown>,
  before?: Record<string, unknown>,
): Promise<void> {
  const subject = { kind: "group_request", id: group.id };
  const owner = { ownerOrganisationId: staff.organisationId, parkSlug: group.parkSlug };
  await record(tx, staff, { action, subject, ...owner, before, after });
}

/** A group request and the member's part in it, or null when it was not invited. */
export function groupAndPart(db: Reader, member: EnterpriseMember, id: string) {
  return one(
    db
      .select({ group: groupRequest, own: groupMember })
      .from(groupMember)
      .innerJoin(groupRequest, eq(groupRequest.id, groupMember.groupId))
      .where(isOwnPart(member, id)),
  );
}

function isOwnPart(member: EnterpriseMember, id: string) {
  return and(eq(groupMember.groupId, id), eq(groupMember.enterpriseId, member.organisationId));
}
