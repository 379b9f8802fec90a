import { and, asc, eq } from "drizzle-orm";
import { membership, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { MemberRole } from "#db/vocabulary/identity";
import { record } from "../journal/journal.server";
import { done, refused, type Outcome } from "../outcome";

/** Any actor who speaks for an organisation. */
export type OrganisationMember = {
  userId: string;
  userName: string;
  organisationId: string;
  organisationName: string;
  role: MemberRole;
};

export type MemberRefusal = "not_owner" | "not_member" | "last_owner";

/** The people of an organisation, owners first, then by name of entry. */
export async function membersOf(db: Reader, organisationId: string) {
  const rows = await db
    .select({ userId: user.id, name: user.name, email: user.email, role: membership.role, since: membership.createdAt })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(membership.organisationId, organisationId))
    .orderBy(asc(membership.createdAt));
  return rows.sort((a, b) => Number(b.role === "owner") - Number(a.role === "owner"));
}

/** Gives a member another role; hand over ownership by making somebody owner first. Refuses to leave no owner. Writes membership, journal. */
export async function changeRole(
  tx: Writer,
  by: OrganisationMember,
  userId: string,
  role: MemberRole,
): Promise<Outcome<undefined, MemberRefusal>> {
  const before = await memberRow(tx, by, userId);
  if ((await roleNow(tx, by)) !== "owner") return refused("not_owner");
  if (!before) return refused("not_member");
  if (before.role === role) return done();
  if (role === "member" && (await owners(tx, by)) === 1) return refused("last_owner");
  await tx.update(membership).set({ role }).where(mine(by, userId));
  await write(tx, by, userId, "member.role_changed", { role: before.role }, { role });
  return done();
}

/** Removes a member, or lets a member leave. Refuses to leave no owner. Writes membership, journal. */
export async function removeMember(
  tx: Writer,
  by: OrganisationMember,
  userId: string,
): Promise<Outcome<undefined, MemberRefusal>> {
  const before = await memberRow(tx, by, userId);
  if (by.userId !== userId && (await roleNow(tx, by)) !== "owner") return refused("not_owner");
  if (!before) return refused("not_member");
  if (before.role === "owner" && (await owners(tx, by)) === 1) return refused("last_owner");
  await tx.delete(membership).where(mine(by, userId));
  await write(tx, by, userId, by.userId === userId ? "member.left" : "member.removed", { role: before.role });
  return done();
}

/** The role at this moment: between the page and its button another owner may have changed it. Null: no longer a member. */
export async function roleNow(db: Reader, by: OrganisationMember): Promise<MemberRole | null> {
  return (await memberRow(db, by, by.userId))?.role ?? null;
}

function mine(by: OrganisationMember, userId: string) {
  return and(eq(membership.organisationId, by.organisationId), eq(membership.userId, userId));
}

async function memberRow(db: Reader, by: OrganisationMember, userId: string) {
  return one(db.select().from(membership).where(mine(by, userId)));
}

function owners(db: Reader, by: OrganisationMember): Promise<number> {
  return db.$count(membership, and(eq(membership.organisationId, by.organisationId), eq(membership.role, "owner")));
}

async function write(
  tx: Writer,
  by: OrganisationMember,
  userId: string,
  action: string,
  before: Record<string, unknown>,
  after?: Record<string, unknown>,
) {
  const subject = { kind: "user", id: userId };
  await record(tx, by, { action, subject, ownerOrganisationId: by.organisationId, before, after });
}
