/** Where the account is signed in, and signing out everywhere else. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { deviceName } from "~/domain/identity/device-name";
import { endOtherSessions, sessionsOf } from "~/domain/identity/sessions.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "identity:sessions.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireUser(request);
  const sessions = await sessionsOf(who.userId, who.sessionId);
  return { sessions: sessions.map(({ userAgent, ...session }) => ({ ...session, device: deviceName(userAgent) })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const who = await requireUser(request);
  await readIntent(request);
  await endOtherSessions(who.userId, who.sessionId);
  return redirectWith(paths.account.sessions(), "identity:sessions.ended");
}

export default function AccountSessions() {
  const t = useTranslate();
  const locale = useLocale();
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("identity:sessions.title")}
        lead={t("identity:sessions.lead")}
        up={{ to: paths.account.home(), label: t("identity:account.title") }}
      />
      <Table
        caption={t("identity:sessions.title")}
        rows={sessions}
        keyOf={({ key }) => key}
        columns={[
          {
            head: t("identity:sessions.device"),
            cell: ({ device, isThis }) => (
              <span className="flex flex-wrap items-center gap-2">
                {device ?? t("identity:sessions.unknown")}
                {isThis ? <StatusBadge tone="active">{t("identity:sessions.this")}</StatusBadge> : null}
              </span>
            ),
          },
          { head: t("identity:sessions.since"), cell: ({ createdAt }) => formatDateTime(locale, createdAt) },
          { head: t("identity:sessions.seen"), cell: ({ lastSeenAt }) => formatDateTime(locale, lastSeenAt) },
        ]}
      />
      {sessions.length > 1 ? (
        <form method="post" className="mt-5">
          <Button tone="danger">{t("identity:sessions.end_others")}</Button>
        </form>
      ) : null}
    </>
  );
}
