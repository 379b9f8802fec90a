import { memberRoles, type MemberRole } from "#db/vocabulary/identity";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { InviteForm } from "~/domain/identity/account-forms";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Member = { userId: string; name: string; email: string | null; role: MemberRole; since: number };

/** The people; owners have buttons on everybody, everybody has one to leave. */
export function MembersTable({ members, isOwner, userId }: { members: Member[]; isOwner: boolean; userId: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Table
      caption={t("identity:members.title")}
      rows={members}
      keyOf={(member) => member.userId}
      columns={[
        { head: t("identity:members.name"), cell: ({ name }) => name },
        {
          head: t("identity:members.email"),
          cell: ({ email }) => <span className="wrap-anywhere">{email ?? t("common:unknown")}</span>,
        },
        { head: t("identity:members.role"), cell: ({ role }) => t(`identity:role.${role}`) },
        { head: t("identity:members.since"), cell: ({ since }) => formatDate(locale, since) },
        {
          head: t("identity:members.action"),
          cell: (member) => <MemberButtons member={member} isOwner={isOwner} isSelf={member.userId === userId} />,
        },
      ]}
    />
  );
}

function MemberButtons({ member, isOwner, isSelf }: { member: Member; isOwner: boolean; isSelf: boolean }) {
  const t = useTranslate();
  const other = member.role === "owner" ? "make_member" : "make_owner";
  return (
    <form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={member.userId} />
      {isOwner ? (
        <Button tone="plain" small intent={other}>
          {t(`identity:members.${other}`)}
        </Button>
      ) : null}
      {isOwner || isSelf ? (
        <Button tone="danger" small intent="remove">
          {isSelf ? t("identity:members.leave") : t("identity:members.remove")}
        </Button>
      ) : null}
    </form>
  );
}

type Invitation = { id: string; email: string; role: MemberRole; expiresAt: number };

export function InvitationsSection({ invitations }: { invitations: Invitation[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (invitations.length === 0) return null;
  return (
    <Section title={t("identity:members.invitations")} id="invitations">
      <ul className="flex flex-col gap-2">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="panel flex flex-wrap items-center justify-between gap-3">
            <span>
              {email} · {t(`identity:role.${role}`)} ·{" "}
              {t("identity:members.until", { date: formatDate(locale, expiresAt) })}
            </span>
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <Button tone="plain" small intent="revoke">
                {t("identity:members.revoke")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function InviteSection({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<InviteForm>({ id: "invite-form", answer, defaults: { role: "member" } });
  const labels = { email: t("identity:members.invite.email"), role: t("identity:members.role") };
  const roles = memberRoles.map((role) => ({ value: role, label: t(`identity:role.${role}`) }));
  return (
    <div className="measure">
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <TextField field={fields.email} label={labels.email} type="email" autoComplete="off" />
        <RadioGroup field={fields.role} label={labels.role} options={roles} columns={2} />
        <div>
          <Button intent="invite">{t("identity:members.invite.submit")}</Button>
        </div>
      </PostForm>
    </div>
  );
}
