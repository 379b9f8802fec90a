/** The people of the reader's organisation: roles, invitations, those who ask to join, leaving. Only owners change others. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskToJoin, RequestsSection } from "~/components/identity/join-requests";
import { InviteSection, InvitationsSection, MembersTable } from "~/components/identity/members";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { AskForm, InviteForm } from "~/domain/identity/account-forms";
import { invite, openInvitations, revokeInvitation } from "~/domain/identity/invitations.server";
import {
  answerRequest,
  askToJoin,
  openRequests,
  ownRequests,
  takeBackRequest,
} from "~/domain/identity/join-requests.server";
import { changeRole, membersOf, removeMember, type OrganisationMember } from "~/domain/identity/members.server";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent, refusal } from "~/http/form.server";
import { notFound, requireUser } from "~/http/guards.server";
import { requireMemberOfAny } from "~/http/organisation-member.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:members.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId: readerId, member } = await requireMemberOfAny(request);
  const { db } = store();
  if (!member) return { organisation: null, asked: await ownRequests(db, readerId) };
  const { organisationId, organisationName, userId, role } = member;
  const isOwner = role === "owner";
  return {
    asked: [],
    organisation: {
      name: organisationName,
      isOwner,
      userId,
      members: await membersOf(db, organisationId),
      invitations: isOwner ? await openInvitations(db, organisationId) : [],
      requests: isOwner ? await openRequests(db, organisationId) : [],
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { member } = await requireMemberOfAny(request);
  const { intent, form } = await readIntent(request.clone());
  const id = String(form.get("id") ?? "");
  if (intent === "ask") return ask(request);
  if (intent === "take_back") return takeBack(request, id);
  if (!member) throw notFound();
  if (intent === "invite") return sendInvitation(request, member);
  if (intent === "accept_request" || intent === "decline_request")
    return answer(member, id, intent === "accept_request");
  return changeMember(member, intent, id);
}

async function changeMember(owner: OrganisationMember, intent: string, id: string) {
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

async function answer(owner: OrganisationMember, id: string, isAccepted: boolean) {
  const outcome = await store().write((tx) => answerRequest(tx, owner, { id, isAccepted }));
  if (!outcome.ok) return refusal(`identity:refused.${outcome.reason}`);
  return redirectWith(
    paths.account.organisation(),
    isAccepted ? "onboarding:requests.accepted" : "onboarding:requests.declined",
  );
}

async function ask(request: Request) {
  const { userId, user } = await requireUser(request);
  const form = await readForm(request, AskForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => askToJoin(tx, { userId, userName: user.name }, form.value));
  if (!outcome.ok) return form.refuse({ fields: { creditCode: `onboarding:join.refused.${outcome.reason}` } });
  return redirectWith(paths.account.organisation(), "onboarding:join.sent");
}

async function takeBack(request: Request, id: string) {
  const { userId } = await requireUser(request);
  await store().write((tx) => takeBackRequest(tx, userId, id));
  return redirectWith(paths.account.organisation(), "onboarding:asked.taken_back");
}

export default function AccountOrganisation() {
  const t = useTranslate();
  const { organisation, asked } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (!organisation) {
    return (
      <>
        <PageHeader title={t("identity:members.title")} lead={t("identity:members.none")} />
        <AskToJoin own={asked} answer={answered} />
      </>
    );
  }
  const { name, isOwner, userId, members, invitations, requests } = organisation;
  return (
    <>
      <PageHeader
        title={t("identity:members.list", { organisation: name })}
        up={{ to: paths.account.home(), label: t("identity:account.title") }}
        actions={
          <>
            {isOwner ? <LinkButton to={paths.account.handover()}>{t("onboarding:handover.title")}</LinkButton> : null}
            <LinkButton to={paths.account.organisationLog()}>{t("onboarding:log.title")}</LinkButton>
          </>
        }
      />
      <RefusalNote answer={answered} />
      <RequestsSection requests={requests} />
      <Section id="members" title={t("identity:members.title")}>
        <MembersTable members={members} isOwner={isOwner} userId={userId} />
      </Section>
      {isOwner ? (
        <>
          <InvitationsSection invitations={invitations} />
          <Section title={t("identity:members.invite")} id="invite" lead={t("identity:members.invite.lead")}>
            <InviteSection answer={answered} />
          </Section>
        </>
      ) : null}
    </>
  );
}
