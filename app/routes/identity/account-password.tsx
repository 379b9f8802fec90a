/** Changes the own password and signs out every other device. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { PasswordForm } from "~/domain/identity/account-forms";
import { changePassword } from "~/domain/identity/password-reset.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { endOtherSessions } from "~/domain/identity/sessions.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { isSignInSlowedDown, noteFailedSignIn } from "~/http/sign-in-limits.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:password.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  return { name: user.email ?? user.mobile ?? "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const who = await requireUser(request);
  const form = await readForm(request, PasswordForm);
  if (!form.ok) return form.reply;
  const { passwordNow, passwordNew } = form.value;
  const name = who.user.email ?? who.user.mobile ?? "";
  if (await isSignInSlowedDown(name)) return form.refuse({ form: "identity:login.refused.slow" }, 429);
  const checked = await signIn(store().db, name, passwordNow);
  if (!checked.ok) {
    await noteFailedSignIn(name);
    return form.refuse({ fields: { passwordNow: "identity:password.wrong" } }, 422);
  }
  const passwordHash = await hashPassword(passwordNew);
  await store().write((tx) => changePassword(tx, who.userId, passwordHash));
  await endOtherSessions(who.userId, who.sessionId);
  return redirectWith(paths.account.home(), "identity:password.done");
}

export default function AccountPassword() {
  const t = useTranslate();
  const { name } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<PasswordForm>({ id: "password", answer: useActionData<typeof action>() });
  const labels = { passwordNow: t("identity:password.now"), passwordNew: t("identity:password.new") };
  return (
    <div className="measure">
      <PageHeader
        title={t("identity:password.title")}
        up={{ to: paths.account.home(), label: t("identity:account.title") }}
      />
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
        <TextField
          field={fields.passwordNow}
          label={labels.passwordNow}
          type="password"
          autoComplete="current-password"
        />
        <TextField
          field={fields.passwordNew}
          label={labels.passwordNew}
          hint={t("identity:password.hint")}
          type="password"
          autoComplete="new-password"
        />
        <div>
          <Button>{t("common:save")}</Button>
        </div>
      </PostForm>
    </div>
  );
}
