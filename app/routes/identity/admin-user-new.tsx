/** Opens an account for staff, an expert or an administrator. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { memberRoles } from "#db/vocabulary/identity";
import { Button } from "~/components/kit/button";
import { Checkbox, RadioGroup } from "~/components/kit/choices";
import { SelectField, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { AccountForm } from "~/domain/identity/account-forms";
import { createAccount, staffedOrganisations, type AccountRefusal } from "~/domain/identity/accounts.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireAdministrator } from "~/http/guards.server";
import type { MessageKey } from "~/i18n/messages";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:admin.users.new" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  const q = new URL(request.url).searchParams.get("q") ?? "";
  return { q, organisations: await staffedOrganisations(store().db, q) };
}

const problems: Record<AccountRefusal, Record<string, MessageKey>> = {
  email_taken: { email: "identity:register.taken.email" },
  mobile_taken: { mobile: "identity:register.taken.mobile" },
  organisation_unknown: { organisationId: "identity:admin.organisation_unknown" },
  not_diagnosing: { isExpert: "identity:admin.not_diagnosing" },
};

export async function action({ request }: ActionFunctionArgs) {
  const administrator = await requireAdministrator(request);
  const form = await readForm(request, AccountForm);
  if (!form.ok) return form.reply;
  const { password, q: _q, ...account } = form.value;
  const passwordHash = await hashPassword(password);
  const outcome = await store().write((tx) => createAccount(tx, administrator, { ...account, passwordHash }));
  if (!outcome.ok) return form.refuse({ fields: problems[outcome.reason] });
  return redirectWith(paths.admin.user(outcome.value.userId), "identity:admin.new.done");
}

export default function AdminUserNew() {
  const t = useTranslate();
  const { q, organisations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFormOf<AccountForm>({ id: "account", answer, defaults: { role: "member" } });
  const labels = {
    name: t("identity:register.name"),
    email: t("identity:register.email"),
    mobile: t("identity:register.mobile"),
    password: t("identity:register.password"),
    organisationId: t("identity:admin.new.organisation"),
    role: t("identity:members.role"),
    isExpert: t("identity:admin.new.expert"),
    isAdministrator: t("identity:admin.new.administrator"),
  };
  const options = organisations.map(({ id, name, kind }) => ({
    value: id,
    label: `${name} (${t(`identity:kind.${kind}`)})`,
  }));
  const roles = memberRoles.map((role) => ({ value: role, label: t(`identity:role.${role}`) }));
  return (
    <div className="measure">
      <PageHeader
        title={t("identity:admin.users.new")}
        lead={t("identity:admin.new.lead")}
        up={{ to: paths.admin.users(), label: t("identity:admin.users.title") }}
      />
      <Form className="mb-6 flex flex-wrap items-end gap-2" role="search">
        <label className="flex grow flex-col gap-1">
          <span className="font-semibold">{t("identity:admin.new.find")}</span>
          <span className="muted text-sm">{t("identity:admin.new.find.hint")}</span>
          <input name="q" defaultValue={q} maxLength={100} className="input w-full" />
        </label>
        <Button tone="plain">{t("common:search")}</Button>
      </Form>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <SelectField field={fields.organisationId} label={labels.organisationId} options={options} optional />
        <RadioGroup field={fields.role} label={labels.role} options={roles} columns={2} />
        <Checkbox field={fields.isExpert} label={labels.isExpert} />
        <Checkbox field={fields.isAdministrator} label={labels.isAdministrator} />
        <TextField field={fields.name} label={labels.name} autoComplete="off" />
        <TextField field={fields.email} label={labels.email} type="email" autoComplete="off" />
        <TextField field={fields.mobile} label={labels.mobile} type="tel" autoComplete="off" optional />
        <TextField
          field={fields.password}
          label={labels.password}
          hint={t("identity:password.hint")}
          type="password"
          autoComplete="new-password"
        />
        <div>
          <Button>{t("identity:admin.new.submit")}</Button>
        </div>
      </PostForm>
    </div>
  );
}
