/** Asks for a link that sets a new password; the answer is the same whether the account exists or not. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { ForgottenForm } from "~/domain/identity/account-forms";
import { askForReset } from "~/domain/identity/password-reset.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { isResetSlowedDown } from "~/http/sign-in-limits.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:forgotten.title" };

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, ForgottenForm);
  if (!form.ok) return form.reply;
  const { name } = form.value;
  if (!(await isResetSlowedDown(name.email ?? name.mobile))) await store().write((tx) => askForReset(tx, name));
  return redirectWith(paths.login(), "identity:forgotten.sent");
}

export default function PasswordForgotten() {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ name: string }>({ id: "forgotten", answer: useActionData<typeof action>() });
  const label = t("identity:login.name");
  return (
    <div className="measure">
      <PageHeader
        title={t("identity:forgotten.title")}
        lead={t("identity:forgotten.lead")}
        up={{ to: paths.login(), label: t("identity:login.title") }}
      />
      <PostForm form={form}>
        <ErrorSummary form={form} labels={{ name: label }} />
        <TextField field={fields.name} label={label} autoComplete="username" />
        <div>
          <Button>{t("identity:forgotten.submit")}</Button>
        </div>
      </PostForm>
    </div>
  );
}
