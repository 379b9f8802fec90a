/** What the reader complained about, with the answers. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Tag } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { Standing } from "~/components/moderation/complaint-desk";
import { ownComplaints } from "~/domain/moderation/complaint-pages.server";
import { requireUser } from "~/http/guards.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "complaints:own.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireUser(request);
  return { complaints: await ownComplaints(store().db, who.userId) };
}

type Own = ReturnType<typeof useLoaderData<typeof loader>>["complaints"][number];

export default function AccountComplaints() {
  const t = useTranslate();
  const { complaints } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("complaints:own.title")}
        lead={t("complaints:own.lead")}
        up={{ to: paths.account.home(), label: t("nav:account") }}
      />
      {complaints.length === 0 ? (
        <EmptyState title={t("complaints:own.none")}>{t("complaints:own.none.text")}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {complaints.map((complaint) => (
            <OwnComplaint key={complaint.id} complaint={complaint} />
          ))}
        </ul>
      )}
    </>
  );
}

function OwnComplaint({ complaint }: { complaint: Own }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <li className="panel">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-lg break-words">{complaint.title}</h2>
          <p className="flex flex-wrap items-center gap-2">
            <Tag>{t(`complaints:ground.${complaint.ground}`)}</Tag>
            <span className="muted text-sm">{formatDateTime(locale, complaint.createdAt)}</span>
          </p>
        </div>
        <Standing line={complaint} />
      </div>
      <p className="measure mt-2 break-words whitespace-pre-line">{complaint.text}</p>
      {complaint.answer ? (
        <div className="mt-3 border-s-2 border-primary ps-3">
          <h3 className="text-sm font-semibold">{t("complaints:own.answer")}</h3>
          <p className="measure break-words whitespace-pre-line">{complaint.answer}</p>
        </div>
      ) : null}
    </li>
  );
}
