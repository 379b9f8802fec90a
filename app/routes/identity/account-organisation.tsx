/** The people of the reader's organisation: roles, invitations, leaving. Only owners change others. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InviteSection, InvitationsSection, MembersTable } from "~/components/identity/members";
import { RefusalNote } from "~/components/kit/form";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { InviteForm } from "~/domain/identity/account-forms";
import { invite, openInvitations, revokeInvitation } from "~/domain/identity/invitations.server";
import { changeRole, membersOf, removeMember, type OrganisationMember } from "~/domain/identity/members.server";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent, refusal } from "~/http/form.server";
import { found, notFound } from "~/http/guards.server";
import { requireMemberOfAny } from "~/http/organisation-member.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:members.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { member } = await requireMemberOfAny(request);
  if (!member) return { organisation: null };
  const { db } = store();
  const { organisationId, organisationName, userId, role } = member;
  return {
    organisation: {
      name: organisationName,
      isOwner: role === "owner",
      userId,
      members: await membersOf(db, organisationId),
      invitations: role === "owner" ? await openInvitations(db, organisationId) : [],
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { member } = await requireMemberOfAny(request);
  const owner = found(member);
  const { intent, form } = await readIntent(request.clone());
  if (intent === "invite") return sendInvitation(request, owner);
  const id = String(form.get("id") ?? "");
  const outcome = await store().write(async (tx) => {
    if (intent === "revoke") return revokeInvitation(tx, owner, id);
    if (intent === "remove") return removeMember(tx, owner, id);
    if (intent === "make_owner") return changeRole(tx, owner, id, "owner");
    if (intent === "make_member") return changeRole(tx, owner, id, "member");
    throw notFound();
  });
  if (!outcome.ok) return refusal(`identity:refused.${outcome.reason}`);
  if (intent === "remove" && id === owner.userId) return redirectWith(paths.account.home(), "identity:members.left");
  return redirectWith(
    paths.account.organisation(),
    intent === "revoke" ? "identity:members.revoked" : "identity:members.changed",
  );
}

async function sendInvitation(request: Request, owner: OrganisationMember) {
  const form = await readForm(request, InviteForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => invite(tx, owner, form.value));
  if (!outcome.ok) return form.refuse({ form: `identity:refused.${outcome.reason}` });
  return redirectWith(paths.account.organisation(), "identity:members.invited", { email: form.value.email });
}

export default function AccountOrganisation() {
  const t = useTranslate();
  const { organisation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!organisation) {
    return (
      <>
        <PageHeader title={t("identity:members.title")} />
        <EmptyState title={t("identity:members.none")} />
      </>
    );
  }
  const { name, isOwner, userId, members, invitations } = organisation;
  return (
    <>
      <PageHeader
        title={t("identity:members.list", { organisation: name })}
        up={{ to: paths.account.home(), label: t("identity:account.title") }}
      />
      <RefusalNote answer={answer} />
      <MembersTable members={members} isOwner={isOwner} userId={userId} />
      {isOwner ? (
        <>
          <InvitationsSection invitations={invitations} />
          <Section title={t("identity:members.invite")} id="invite" lead={t("identity:members.invite.lead")}>
            <InviteSection answer={answer} />
          </Section>
        </>
      ) : null}
    </>
  );
}
