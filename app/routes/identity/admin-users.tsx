/** Every account, found by name, e-mail or mobile number. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { AccountStatus } from "~/components/identity/account-status";
import { Button, LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { Pager, Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { accounts } from "~/domain/identity/accounts.server";
import { requireAdministrator } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:admin.users.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  const search = new URL(request.url).searchParams;
  const query = { q: search.get("q") ?? "", after: search.get("after") };
  return { ...query, ...(await accounts(store().db, query)) };
}

export default function AdminUsers() {
  const t = useTranslate();
  const locale = useLocale();
  const { q, after, total, rows, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("identity:admin.users.title")}
        lead={t("identity:admin.users.count", { count: total })}
        actions={
          <LinkButton to={paths.admin.userNew()} tone="primary">
            {t("identity:admin.users.new")}
          </LinkButton>
        }
      />
      <Form className="mb-4 flex flex-wrap items-end gap-2" role="search">
        <label className="flex grow flex-col gap-1">
          <span className="font-semibold">{t("identity:admin.users.search")}</span>
          <input name="q" defaultValue={q} maxLength={100} className="input w-full max-w-md" />
        </label>
        <Button tone="plain">{t("common:search")}</Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title={t("identity:admin.users.none")} />
      ) : (
        <Table
          caption={t("identity:admin.users.title")}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t("identity:members.name"),
              cell: ({ id, name }) => (
                <Link to={paths.admin.user(id)} className="link-plain">
                  {name}
                </Link>
              ),
            },
            { head: t("identity:members.email"), cell: ({ email }) => email ?? t("common:unknown") },
            {
              head: t("identity:admin.users.status"),
              cell: ({ disabledAt, isAdministrator }) => (
                <span className="flex flex-wrap gap-1">
                  <AccountStatus isClosed={disabledAt !== null} />
                  {isAdministrator ? (
                    <StatusBadge tone="active">{t("identity:admin.users.administrator")}</StatusBadge>
                  ) : null}
                </span>
              ),
            },
            { head: t("identity:admin.users.created"), cell: ({ createdAt }) => formatDate(locale, createdAt) },
          ]}
        />
      )}
      <Pager
        label={t("identity:admin.users.title")}
        first={after ? paths.admin.users({ q }) : null}
        next={next ? paths.admin.users({ q, after: next }) : null}
      />
    </>
  );
}
