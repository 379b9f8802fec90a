import { Form } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import type { DemoLogin } from "#db/vocabulary/demo-logins";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type DemoLoginsProps = { logins: readonly DemoLogin[]; password: string; to: string };

/** One button per role: signs in as that person of the demonstration world. */
export function DemoLogins({ logins, password, to }: DemoLoginsProps) {
  const t = useTranslate();
  return (
    <section aria-labelledby="demo-logins" className="panel">
      <h2 id="demo-logins" className="text-xl">
        {t("identity:demo.title")}
      </h2>
      <p className="muted mt-1 mb-3">{t("identity:demo.lead", { password })}</p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {logins.map(({ key, email }) => (
          <li key={key} className="flex items-center justify-between gap-3 border-t border-base-300 py-2">
            <span className="min-w-0">
              <span className="block font-semibold">{t(`identity:demo.role.${key}`)}</span>
              <span className="muted block truncate text-sm">{email}</span>
            </span>
            <Form method="post" action={paths.login()} reloadDocument>
              <input type="hidden" name="name" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="to" value={to} />
              <Button tone="plain" small>
                {t("identity:login.submit")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
