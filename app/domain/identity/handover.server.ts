import { and, eq, isNull } from "drizzle-orm";
import { membership, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { record } from "../journal/journal.server";
import { tell } from "../notices/notices.server";
import { done, refused, type Outcome } from "../outcome";
import { paths } from "~/paths";
import { roleNow, type OrganisationMember } from "./members.server";
import { passwordFits } from "./passwords.server";

/** Whether this is the person's own password; as costly as hashing it, so asked before the transaction. */
export async function isOwnPassword(db: Reader, userId: string, password: string): Promise<boolean> {
  const self = await one(db.select().from(user).where(eq(user.id, userId)));
  return self !== null && passwordFits(self.passwordHash, password);
}

/**
 * Hands ownership over in one step: the other becomes an owner, the one who hands over a member. The password has been asked before.
 * Sent twice it is done once. Refuses: `not_owner`, `not_member` (also whose account is disabled), `self`. Writes membership and journal; tells the new owner.
 */
export async function handOver(
  tx: Writer,
  by: OrganisationMember,
  toUserId: string,
): Promise<Outcome<undefined, "not_owner" | "not_member" | "self">> {
  if (toUserId === by.userId) return refused("self");
  const isTheirs = (userId: string) =>
    and(eq(membership.organisationId, by.organisationId), eq(membership.userId, userId));
  const other = await one(
    tx
      .select({ role: membership.role })
      .from(membership)
      .innerJoin(user, and(eq(user.id, membership.userId), isNull(user.disabledAt)))
      .where(isTheirs(toUserId)),
  );
  if (!other) return refused("not_member");
  const role = await roleNow(tx, by);
  if (role === "member" && by.role === "owner" && other.role === "owner") return done();
  if (role !== "owner") return refused("not_owner");
  await tx.update(membership).set({ role: "owner" }).where(isTheirs(toUserId));
  await tx.update(membership).set({ role: "member" }).where(isTheirs(by.userId));
  await record(tx, by, {
    action: "member.handed_over",
    subject: { kind: "user", id: toUserId },
    ownerOrganisationId: by.organisationId,
    after: { role: "owner" },
  });
  const params = { name: by.userName, organisation: by.organisationName };
  const tidings = { kind: "member.handed_over", params, href: paths.account.organisation() } as const;
  await tell(tx, { userIds: [toUserId] }, tidings);
  return done();
}
