/** One account: where it belongs, and closing or opening it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountStatus } from "~/components/identity/account-status";
import { Button } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { Facts, PageHeader } from "~/components/kit/page";
import { accountOf, setDisabled } from "~/domain/identity/accounts.server";
import { endAllSessions } from "~/domain/identity/sessions.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent, refusal } from "~/http/form.server";
import { found, requireAdministrator } from "~/http/guards.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  const known = found(await accountOf(store().db, params.id ?? ""));
  return { ...known, pageTitle: known.account.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const administrator = await requireAdministrator(request);
  const { intent } = await readIntent(request);
  const id = params.id ?? "";
  const wanted = intent === "close" ? "closed" : "open";
  const outcome = await store().write((tx) => setDisabled(tx, administrator, id, wanted));
  if (!outcome.ok) return refusal(`identity:admin.${outcome.reason}`);
  if (wanted === "closed") await endAllSessions(id);
  return redirectWith(paths.admin.user(id), wanted === "closed" ? "identity:admin.closed" : "identity:admin.reopened");
}

export default function AdminUser() {
  const t = useTranslate();
  const locale = useLocale();
  const { account, belongings, isExpert } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const roles = [
    ...belongings.map((b) => `${b.name} (${t(`identity:kind.${b.kind}`)}, ${t(`identity:role.${b.role}`)})`),
    ...(isExpert ? [t("identity:admin.expert")] : []),
    ...(account.isAdministrator ? [t("identity:admin.users.administrator")] : []),
  ];
  const isClosed = account.disabledAt !== null;
  return (
    <>
      <PageHeader
        title={account.name}
        badge={<AccountStatus isClosed={isClosed} />}
        up={{ to: paths.admin.users(), label: t("identity:admin.users.title") }}
      />
      <RefusalNote answer={answer} />
      <div className="panel mb-5">
        <Facts
          facts={[
            { label: t("identity:account.email"), value: account.email ?? t("common:unknown") },
            { label: t("identity:account.mobile"), value: account.mobile ?? t("common:unknown") },
            { label: t("identity:account.organisations"), value: roles.join("\n") || t("common:none") },
            { label: t("identity:admin.users.created"), value: formatDateTime(locale, account.createdAt) },
          ]}
        />
      </div>
      <form method="post">
        <Button tone={isClosed ? "plain" : "danger"} intent={isClosed ? "reopen" : "close"}>
          {isClosed ? t("identity:admin.reopen") : t("identity:admin.close")}
        </Button>
      </form>
    </>
  );
}
