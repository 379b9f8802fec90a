/** Someone asks to belong to an organisation that is registered already; its owners decide. docs/decisions/0030. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { joinRequest, membership, organisation, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { record } from "../journal/journal.server";
import { tell } from "../notices/notices.server";
import { done, refused, type Outcome } from "../outcome";
import { paths } from "~/paths";
import { roleNow, type OrganisationMember } from "./members.server";
import { addPerson, type NewPerson } from "./registration.server";

/** A person with more open questions than this is guessing. */
const MOST_OPEN = 3;

export type JoinRefusal = "unknown_organisation" | "member_already" | "too_many" | "nobody_decides";

/**
 * Asks to join the organisation with this credit code. Asking again while the first question is open changes nothing.
 * Refuses: `unknown_organisation`, `member_already`, `too_many` open ones, `nobody_decides` when it has no owner.
 * Writes join_request and journal; tells its owners.
 */
export async function askToJoin(
  tx: Writer,
  asker: { userId: string; userName: string },
  { creditCode, message }: { creditCode: string; message: string },
): Promise<Outcome<undefined, JoinRefusal>> {
  const asked = await one(tx.select().from(organisation).where(eq(organisation.creditCode, creditCode)));
  if (!asked) return refused("unknown_organisation");
  const belongs = and(eq(membership.organisationId, asked.id), eq(membership.userId, asker.userId));
  if ((await tx.$count(membership, belongs)) > 0) return refused("member_already");
  const open = await ownRequests(tx, asker.userId);
  if (open.some(({ organisationId }) => organisationId === asked.id)) return done();
  if (open.length >= MOST_OPEN) return refused("too_many");
  const owners = await ownersOf(tx, asked.id);
  if (owners.length === 0) return refused("nobody_decides");

  const id = newId("joi");
  await tx
    .insert(joinRequest)
    .values({ id, organisationId: asked.id, userId: asker.userId, message, createdAt: Date.now() });
  await note(tx, asker.userId, { action: "join.requested", userId: asker.userId, organisationId: asked.id });
  const params = { name: asker.userName, organisation: asked.name, text: message };
  await tell(tx, { userIds: owners }, { kind: "join.requested", params, href: paths.account.organisation() });
  return done();
}

/**
 * A newcomer asks with an account made for it. Refuses as askToJoin does, and an e-mail or mobile number that someone has; then nobody is
 * added. Writes user, join_request and journal.
 */
export async function askAsNewcomer(
  tx: Writer,
  person: NewPerson,
  asked: { creditCode: string; message: string },
): Promise<Outcome<{ userId: string }, JoinRefusal | "email_taken" | "mobile_taken">> {
  const target = await one(tx.select().from(organisation).where(eq(organisation.creditCode, asked.creditCode)));
  if (!target) return refused("unknown_organisation");
  if ((await ownersOf(tx, target.id)).length === 0) return refused("nobody_decides");
  const added = await addPerson(tx, person);
  if (!added.ok) return added;
  const { userId } = added.value;
  const request = await askToJoin(tx, { userId, userName: person.name }, asked);
  return request.ok ? done({ userId }) : request;
}

/** What a person has asked and nobody answered yet. */
export function ownRequests(db: Reader, userId: string) {
  return db
    .select({
      id: joinRequest.id,
      organisationId: joinRequest.organisationId,
      organisationName: organisation.name,
      createdAt: joinRequest.createdAt,
    })
    .from(joinRequest)
    .innerJoin(organisation, eq(organisation.id, joinRequest.organisationId))
    .where(and(eq(joinRequest.userId, userId), isNull(joinRequest.decidedAt)))
    .orderBy(desc(joinRequest.createdAt));
}

/** Open questions to an organisation, oldest first, with what its owners need to know who asks. */
export function openRequests(db: Reader, organisationId: string) {
  return db
    .select({
      id: joinRequest.id,
      name: user.name,
      email: user.email,
      mobile: user.mobile,
      message: joinRequest.message,
      createdAt: joinRequest.createdAt,
    })
    .from(joinRequest)
    .innerJoin(user, eq(user.id, joinRequest.userId))
    .where(and(eq(joinRequest.organisationId, organisationId), isNull(joinRequest.decidedAt)))
    .orderBy(asc(joinRequest.createdAt));
}

/**
 * Lets the asker in as a member, or not. Refuses: `not_owner`, `request_closed` when it was answered or taken back.
 * Writes join_request, membership, journal; tells the asker.
 */
export async function answerRequest(
  tx: Writer,
  by: OrganisationMember,
  { id, isAccepted }: { id: string; isAccepted: boolean },
): Promise<Outcome<undefined, "not_owner" | "request_closed">> {
  if ((await roleNow(tx, by)) !== "owner") return refused("not_owner");
  const isOpen = and(
    eq(joinRequest.id, id),
    eq(joinRequest.organisationId, by.organisationId),
    isNull(joinRequest.decidedAt),
  );
  const open = await one(tx.select().from(joinRequest).where(isOpen));
  if (!open) return refused("request_closed");
  const at = Date.now();
  await tx
    .update(joinRequest)
    .set({ decidedAt: at, decidedByUserId: by.userId, isAccepted })
    .where(eq(joinRequest.id, id));
  const { userId } = open;
  const { organisationId } = by;
  if (isAccepted)
    await tx.insert(membership).values({ userId, organisationId, role: "member", createdAt: at }).onConflictDoNothing();
  const action = isAccepted ? ("join.accepted" as const) : ("join.declined" as const);
  await note(tx, by.userId, { action, userId, organisationId });
  const params = { organisation: by.organisationName };
  await tell(tx, { userIds: [userId] }, { kind: action, params, href: paths.account.organisation() });
  return done();
}

/** Takes one's own question back; one that was answered meanwhile stays answered. Writes join_request and journal. */
export async function takeBackRequest(tx: Writer, userId: string, id: string): Promise<void> {
  const open = (await ownRequests(tx, userId)).find((each) => each.id === id);
  if (!open) return;
  await tx
    .update(joinRequest)
    .set({ decidedAt: Date.now(), decidedByUserId: userId, isAccepted: false })
    .where(eq(joinRequest.id, id));
  await note(tx, userId, { action: "join.taken_back", userId, organisationId: open.organisationId });
}

async function ownersOf(db: Reader, organisationId: string): Promise<string[]> {
  const rows = await db
    .select({ userId: membership.userId })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), eq(membership.role, "owner"), isNull(user.disabledAt)));
  return rows.map(({ userId }) => userId);
}

async function note(
  tx: Writer,
  actorId: string,
  { action, userId, organisationId }: { action: string; userId: string; organisationId: string },
): Promise<void> {
  await record(
    tx,
    { userId: actorId, organisationId },
    { action, subject: { kind: "user", id: userId }, ownerOrganisationId: organisationId },
  );
}
