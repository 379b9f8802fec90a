/** Sign in by e-mail or mobile number; in a demonstration world the ready logins stand beside the form. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { demoLogins, demoPassword, isDemoLogin } from "#db/vocabulary/demo-logins";
import { DemoLogins } from "~/components/identity/demo-logins";
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { startSession } from "~/domain/identity/sessions.server";
import { SignInForm } from "~/domain/identity/sign-in-form";
import { signIn } from "~/domain/identity/sign-in.server";
import { env } from "~/env.server";
import { withFavourites } from "~/http/favourites.server";
import { closedDevice } from "~/http/field-device.server";
import { readForm } from "~/http/form.server";
import { requireUser, signedIn } from "~/http/guards.server";
import { localPath } from "~/http/local-path";
import { isSignInSlowedDown, noteFailedSignIn } from "~/http/sign-in-limits.server";
import { audiencesOf, isDemonstration } from "~/http/viewer.server";
import { homeOf } from "~/http/home-of";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:login.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get("to"), "");
  const who = await signedIn(request);
  if (who) throw redirect(to || homeOf(audiencesOf(who)));
  const isOpen = env.demo !== "none" && (await isDemonstration());
  return { to, logins: isOpen ? demoLogins : [], password: demoPassword };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, SignInForm);
  if (!form.ok) return form.reply;
  const { name, password, to } = form.value;
  if (env.demo === "none" && isDemoLogin(name)) return form.refuse({ form: "identity:login.refused.demo" }, 422);
  if (await isSignInSlowedDown(name)) return form.refuse({ form: "identity:login.refused.slow" }, 429);
  const outcome = await signIn(store().db, name, password);
  if (!outcome.ok) {
    await noteFailedSignIn(name);
    return form.refuse({ form: `identity:login.refused.${outcome.reason}` }, 422);
  }
  const cookie = await startSession(outcome.value.userId, request.headers.get("User-Agent") ?? "");
  const who = await requireUser(new Request(request.url, { headers: { Cookie: cookie } }));
  const next = localPath(to, "") || homeOf(audiencesOf(who));
  const headers = await withFavourites(request, who.userId, cookie);
  headers.append("Set-Cookie", closedDevice);
  return redirect(next, { status: 303, headers });
}

export default function Login() {
  const t = useTranslate();
  const { to, logins, password } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<SignInForm>({
    id: "login",
    answer: useActionData<typeof action>(),
    defaults: { to },
  });
  const labels = { name: t("identity:login.name"), password: t("identity:login.password") };
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_1fr]">
      <div>
        <PageHeader title={t("identity:login.title")} lead={to ? t("identity:login.then") : undefined} />
        <PostForm form={form}>
          <ErrorSummary form={form} labels={labels} />
          <input type="hidden" name="to" value={to} />
          <TextField field={fields.name} label={labels.name} autoComplete="username" />
          <TextField field={fields.password} label={labels.password} type="password" autoComplete="current-password" />
          <div className="flex flex-wrap items-center gap-4">
            <Button>{t("identity:login.submit")}</Button>
            <Link to={paths.passwordForgotten()} className="link-plain py-2">
              {t("identity:login.forgotten")}
            </Link>
          </div>
        </PostForm>
        <p className="mt-6">
          {t("identity:login.no_account")}{" "}
          <Link to={paths.register()} className="link-plain py-2">
            {t("nav:register")}
          </Link>
        </p>
      </div>
      {logins.length > 0 ? <DemoLogins logins={logins} password={password} to={to} /> : null}
    </div>
  );
}
