import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { invitation, membership, organisation, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { MemberRole } from "#db/vocabulary/identity";
import { env } from "~/env.server";
import { translator } from "~/i18n/translator.server";
import { paths } from "~/paths";
import { record } from "../journal/journal.server";
import { post } from "../notices/post.server";
import { done, refused, type Outcome } from "../outcome";
import { roleNow, type OrganisationMember } from "./members.server";
import { newToken, tokenHash } from "./tokens.server";

const VALID_MS = 7 * 24 * 3_600_000;

/** Invitations of an organisation that can still be accepted, newest first. */
export async function openInvitations(db: Reader, organisationId: string) {
  return db
    .select({ id: invitation.id, email: invitation.email, role: invitation.role, expiresAt: invitation.expiresAt })
    .from(invitation)
    .where(and(eq(invitation.organisationId, organisationId), ...stillOpen()))
    .orderBy(desc(invitation.createdAt));
}

/**
 * Invites somebody by e-mail; inviting again replaces the earlier link. Refuses: `not_owner`, `member_already`.
 * Writes invitation, mail and journal.
 */
export async function invite(
  tx: Writer,
  member: OrganisationMember,
  invited: { email: string; role: MemberRole },
): Promise<Outcome<undefined, "not_owner" | "member_already">> {
  if ((await roleNow(tx, member)) !== "owner") return refused("not_owner");
  const already = await one(
    tx
      .select()
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      .where(and(eq(membership.organisationId, member.organisationId), eq(user.email, invited.email))),
  );
  if (already) return refused("member_already");
  const token = newToken();
  const createdAt = Date.now();
  await tx
    .update(invitation)
    .set({ revokedAt: createdAt })
    .where(
      and(
        eq(invitation.organisationId, member.organisationId),
        eq(invitation.email, invited.email),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
      ),
    );
  const id = newId("inv");
  await tx.insert(invitation).values({
    id,
    organisationId: member.organisationId,
    ...invited,
    tokenHash: tokenHash(token),
    invitedByUserId: member.userId,
    createdAt,
    expiresAt: createdAt + VALID_MS,
  });
  const t = translator("zh-CN");
  const link = new URL(paths.invitation(token), env.baseUrl).href;
  const params = { name: member.userName, organisation: member.organisationName, link };
  await post(tx, {
    recipient: invited.email,
    subject: t("identity:invitation.mail.subject", params),
    body: t("identity:invitation.mail.body", params),
  });
  await record(tx, member, {
    action: "member.invited",
    subject: { kind: "invitation", id },
    ownerOrganisationId: member.organisationId,
    after: { role: invited.role },
  });
  return done();
}

/** Takes an invitation back. Refuses `not_owner`, `closed`. Writes invitation and journal. */
export async function revokeInvitation(
  tx: Writer,
  member: OrganisationMember,
  id: string,
): Promise<Outcome<undefined, "not_owner" | "closed">> {
  if ((await roleNow(tx, member)) !== "owner") return refused("not_owner");
  const mine = and(eq(invitation.id, id), eq(invitation.organisationId, member.organisationId), ...stillOpen());
  const open = await one(tx.select().from(invitation).where(mine));
  if (!open) return refused("closed");
  await tx.update(invitation).set({ revokedAt: Date.now() }).where(eq(invitation.id, id));
  await record(tx, member, {
    action: "invitation.revoked",
    subject: { kind: "invitation", id },
    ownerOrganisationId: member.organisationId,
  });
  return done();
}

/** What the holder of a link is invited to, or null when it is closed. */
export async function invitationOf(db: Reader, token: string) {
  return one(
    db
      .select({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        organisationId: organisation.id,
        organisationName: organisation.name,
      })
      .from(invitation)
      .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
      .where(and(eq(invitation.tokenHash, tokenHash(token)), ...stillOpen())),
  );
}

/** Makes a signed-in person a member. Refuses `closed`. Accepting twice is one membership. Writes membership, invitation, journal. */
export async function acceptInvitation(
  tx: Writer,
  userId: string,
  token: string,
): Promise<Outcome<{ organisationId: string }, "closed">> {
  const open = await invitationOf(tx, token);
  if (!open) return refused("closed");
  const at = Date.now();
  const { organisationId, role } = open;
  await tx.insert(membership).values({ userId, organisationId, role, createdAt: at }).onConflictDoNothing();
  await tx.update(invitation).set({ acceptedAt: at }).where(eq(invitation.id, open.id));
  await record(
    tx,
    { userId, organisationId },
    {
      action: "member.joined",
      subject: { kind: "user", id: userId },
      ownerOrganisationId: organisationId,
      after: { role },
    },
  );
  return done({ organisationId });
}

function stillOpen() {
  return [isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, Date.now())];
}
