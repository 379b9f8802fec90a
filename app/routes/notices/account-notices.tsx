/** What the reader was told, newest first, each leading to its page. Reading marks nothing; a button does. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { Pager } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { markNoticesRead, noticesOf } from "~/domain/notices/inbox.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { formatDateTime } from "~/i18n/format";
import { isNoticeKind } from "~/i18n/notice-kind";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths, withQuery } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "nav:notices" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireUser(request);
  const { t } = await translateFor(request);
  const before = Number(new URL(request.url).searchParams.get("before")) || null;
  const page = await noticesOf(store().db, userId, before);
  const rows = page.rows.flatMap(({ kind, params, ...row }) =>
    isNoticeKind(kind)
      ? [{ ...row, title: t(`notices:${kind}.title`, params), body: t(`notices:${kind}.body`, params) }]
      : [],
  );
  return { rows, next: page.next, isFirst: before === null };
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireUser(request);
  await readIntent(request);
  await store().write((tx) => markNoticesRead(tx, userId));
  return redirectWith(paths.account.notices(), "notices:page.marked");
}

export default function AccountNotices() {
  const t = useTranslate();
  const locale = useLocale();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const hasUnread = rows.some(({ readAt }) => readAt === null);
  return (
    <>
      <PageHeader
        title={t("nav:notices")}
        actions={
          hasUnread ? (
            <form method="post">
              <Button tone="plain">{t("notices:page.mark")}</Button>
            </form>
          ) : null
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("notices:page.empty")}>{t("notices:page.empty.text")}</EmptyState>
      ) : null}
      <ul className="flex flex-col gap-3">
        {rows.map(({ id, title, body, href, createdAt, readAt }) => (
          <li key={id} className="panel">
            <h2 className="flex flex-wrap items-center gap-2 text-lg">
              <Link to={href} className="link-plain">
                {title}
              </Link>
              {readAt === null ? <StatusBadge tone="waiting">{t("notices:page.unread")}</StatusBadge> : null}
            </h2>
            <p className="mt-1">{body}</p>
            <p className="muted mt-1 text-sm">{formatDateTime(locale, createdAt)}</p>
          </li>
        ))}
      </ul>
      <Pager
        label={t("nav:notices")}
        first={isFirst ? null : paths.account.notices()}
        next={next === null ? null : withQuery(paths.account.notices(), { before: next })}
      />
    </>
  );
}
