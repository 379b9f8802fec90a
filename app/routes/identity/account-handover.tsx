/** An owner hands the organisation over to another member, confirmed with the own password. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/kit/button";
import { SelectField, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { HandoverForm } from "~/domain/identity/account-forms";
import { handOver, isOwnPassword } from "~/domain/identity/handover.server";
import { membersOf } from "~/domain/identity/members.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound } from "~/http/guards.server";
import { requireMemberOfAny } from "~/http/organisation-member.server";
import { isSignInSlowedDown, noteFailedSignIn } from "~/http/sign-in-limits.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "onboarding:handover.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const owner = await requireOwner(request);
  const members = await membersOf(store().db, owner.organisationId);
  return {
    organisation: owner.organisationName,
    others: members.flatMap(({ userId, name }) => (userId === owner.userId ? [] : [{ value: userId, label: name }])),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const owner = await requireOwner(request);
  const form = await readForm(request, HandoverForm);
  if (!form.ok) return form.reply;
  const { userId, password } = form.value;
  // Another door to the same password: whoever sits at an open desk must not try them out here.
  if (await isSignInSlowedDown(owner.userId)) return form.refuse({ form: "identity:login.refused.slow" }, 429);
  if (!(await isOwnPassword(store().db, owner.userId, password))) {
    await noteFailedSignIn(owner.userId);
    return form.refuse({ fields: { password: "identity:password.wrong" } }, 422);
  }
  const outcome = await store().write((tx) => handOver(tx, owner, userId));
  if (!outcome.ok) return form.refuse({ form: `identity:refused.${outcome.reason}` });
  return redirectWith(paths.account.organisation(), "onboarding:handover.done");
}

/** Members have nothing to hand over. */
async function requireOwner(request: Request) {
  const member = found((await requireMemberOfAny(request)).member);
  if (member.role !== "owner") throw notFound();
  return member;
}

export default function AccountHandover() {
  const t = useTranslate();
  const { organisation, others } = useLoaderData<typeof loader>();
  return (
    <div className="measure">
      <PageHeader
        title={t("onboarding:handover.title")}
        lead={t("onboarding:handover.lead", { organisation })}
        up={{ to: paths.account.organisation(), label: t("identity:members.title") }}
      />
      {others.length === 0 ? (
        <EmptyState title={t("onboarding:handover.nobody")}>
          <LinkButton to={paths.account.organisation()}>{t("identity:members.invite")}</LinkButton>
        </EmptyState>
      ) : (
        <Fields others={others} />
      )}
    </div>
  );
}

function Fields({ others }: { others: { value: string; label: string }[] }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<HandoverForm>({ id: "handover", answer: useActionData<typeof action>() });
  const labels = { userId: t("onboarding:handover.to"), password: t("identity:password.now") };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <SelectField field={fields.userId} label={labels.userId} options={others} />
      <TextField field={fields.password} label={labels.password} type="password" autoComplete="current-password" />
      <div>
        <Button tone="danger">{t("onboarding:handover.submit")}</Button>
      </div>
    </PostForm>
  );
}
