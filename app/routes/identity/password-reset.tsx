/** Sets a new password through the link of a letter and signs out every device of the account. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { ResetForm } from "~/domain/identity/account-forms";
import { isResetOpen, resetPassword } from "~/domain/identity/password-reset.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { endAllSessions } from "~/domain/identity/sessions.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:reset.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return { token, isOpen: await isResetOpen(store().db, token) };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, ResetForm);
  if (!form.ok) return form.reply;
  const passwordHash = await hashPassword(form.value.password);
  const outcome = await store().write((tx) => resetPassword(tx, form.value.token, passwordHash));
  if (!outcome.ok) return form.refuse({ form: "identity:reset.closed" });
  await endAllSessions(outcome.value.userId);
  return redirectWith(paths.login(), "identity:reset.done");
}

export default function PasswordReset() {
  const t = useTranslate();
  const { token, isOpen } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<ResetForm>({ id: "reset", answer: useActionData<typeof action>() });
  const label = t("identity:reset.password");
  return (
    <div className="measure flex flex-col gap-5">
      <PageHeader title={t("identity:reset.title")} />
      {isOpen ? (
        <PostForm form={form}>
          <ErrorSummary form={form} labels={{ password: label }} />
          <input type="hidden" name="token" value={token} />
          <TextField
            field={fields.password}
            label={label}
            hint={t("identity:password.hint")}
            type="password"
            autoComplete="new-password"
          />
          <div>
            <Button>{t("identity:reset.submit")}</Button>
          </div>
        </PostForm>
      ) : (
        <>
          <Note tone="waiting">{t("identity:reset.closed")}</Note>
          <div>
            <LinkButton to={paths.passwordForgotten()}>{t("identity:reset.again")}</LinkButton>
          </div>
        </>
      )}
    </div>
  );
}
