/** Accepts an invitation: with the account one has, or with a new one for the invited address. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, RefusalNote, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { JoinForm } from "~/domain/identity/account-forms";
import { acceptInvitation, invitationOf } from "~/domain/identity/invitations.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { addPerson } from "~/domain/identity/registration.server";
import { startSession } from "~/domain/identity/sessions.server";
import { refused } from "~/domain/outcome";
import { withFavourites } from "~/http/favourites.server";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent, refusal } from "~/http/form.server";
import { signedIn } from "~/http/guards.server";
import { localeOf } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:invitation.window" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [who, open] = await Promise.all([signedIn(request), invitationOf(store().db, params.token ?? "")]);
  return { isSignedIn: who !== null, invitation: open, path: paths.invitation(params.token ?? "") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const who = await signedIn(request);
  await readIntent(request.clone());
  const open = await invitationOf(store().db, token);
  if (!open) return refusal("identity:refused.closed");
  const greeting = { organisation: open.organisationName };
  if (who) {
    const outcome = await store().write((tx) => acceptInvitation(tx, who.userId, token));
    return outcome.ok
      ? redirectWith(paths.account.home(), "identity:invitation.done", greeting)
      : refusal("identity:refused.closed");
  }
  const form = await readForm(request, JoinForm);
  if (!form.ok) return form.reply;
  const { name, password } = form.value;
  const passwordHash = await hashPassword(password);
  const locale = await localeOf(request);
  const outcome = await store().write(async (tx) => {
    // It may have been revoked while the password was hashed; nobody is added then.
    if (!(await invitationOf(tx, token))) return refused("closed");
    const added = await addPerson(tx, { name, email: open.email, mobile: null, passwordHash, locale });
    if (added.ok) await acceptInvitation(tx, added.value.userId, token);
    return added;
  });
  if (!outcome.ok) {
    const isClosed = outcome.reason === "closed";
    return form.refuse({ form: isClosed ? "identity:refused.closed" : "identity:invitation.email_taken" });
  }
  const { userId } = outcome.value;
  const cookie = await startSession(userId, request.headers.get("User-Agent") ?? "");
  const headers = await withFavourites(request, userId, cookie);
  return redirectWith(paths.account.home(), "identity:invitation.done", greeting, headers);
}

export default function Invitation() {
  const t = useTranslate();
  const { isSignedIn, invitation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!invitation) {
    return (
      <div className="measure">
        <PageHeader title={t("identity:invitation.window")} />
        <Note tone="waiting">{t("identity:invitation.closed")}</Note>
      </div>
    );
  }
  const organisation = invitation.organisationName;
  return (
    <div className="measure">
      <PageHeader
        title={t("identity:invitation.title", { organisation })}
        lead={t("identity:invitation.lead", { organisation, role: t(`identity:role.${invitation.role}`) })}
      />
      {isSignedIn ? (
        <form method="post">
          <RefusalNote answer={answer} />
          <Button>{t("identity:invitation.accept")}</Button>
        </form>
      ) : (
        <JoinFields email={invitation.email} answer={answer} />
      )}
    </div>
  );
}

function JoinFields({ email, answer }: { email: string; answer: unknown }) {
  const t = useTranslate();
  const { path } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<JoinForm>({ id: "join", answer });
  const labels = { name: t("identity:register.name"), password: t("identity:register.password") };
  return (
    <>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <h2 className="text-lg">{t("identity:invitation.new_account", { email })}</h2>
        <TextField field={fields.name} label={labels.name} autoComplete="name" />
        <TextField
          field={fields.password}
          label={labels.password}
          hint={t("identity:password.hint")}
          type="password"
          autoComplete="new-password"
        />
        <div>
          <Button>{t("identity:invitation.accept")}</Button>
        </div>
      </PostForm>
      <p className="mt-6">
        <Link to={paths.login(path)} className="link-plain">
          {t("identity:invitation.have_account")}
        </Link>
      </p>
    </>
  );
}
