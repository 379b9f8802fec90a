import { Link } from "@remix-run/react";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { StatusBadge, Tag } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { ComplaintLine } from "~/domain/moderation/complaint-pages.server";
import type { TabCounts } from "~/domain/moderation/desk-tabs.server";
import { COMPLAINT_DAYS } from "~/domain/moderation/promise-days";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { ComplaintStatusBadge } from "./complaint-status-badge";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { DeskTabs } from "./desk-tabs";

type Props = { audience: DeskAudience; tabs: TabCounts; lines: readonly ComplaintLine[]; answered: boolean };

/** Complaints with their promise: the oldest open one first, or those answered. */
export function ComplaintDesk({ audience, tabs, lines, answered }: Props) {
  const t = useTranslate();
  const to = deskPaths[audience].complaints;
  const views = [
    { isHere: !answered, href: to(), label: t("complaints:desk.open", { count: tabs.complaints }) },
    { isHere: answered, href: to({ show: "answered" }), label: t("complaints:desk.answered") },
  ];
  return (
    <>
      <PageHeader title={t("complaints:desk.title")} lead={t("complaints:desk.lead", { days: COMPLAINT_DAYS })} />
      <DeskTabs audience={audience} here="complaints" tabs={tabs} />
      <nav aria-label={t("complaints:desk.show")} className="mb-4 flex flex-wrap gap-2">
        {views.map(({ isHere, href, label }) => (
          <Link
            key={href}
            to={href}
            aria-current={isHere ? "true" : undefined}
            className="inline-flex min-h-9 items-center rounded-field border border-base-300 px-2.5 text-sm aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-primary"
          >
            {label}
          </Link>
        ))}
      </nav>
      {lines.length === 0 ? (
        <EmptyState title={t(answered ? "complaints:desk.none_answered" : "complaints:desk.none")}>
          {answered ? null : t("complaints:desk.none.text")}
        </EmptyState>
      ) : (
        <Lines lines={lines} audience={audience} />
      )}
    </>
  );
}

function Lines({ lines, audience }: { lines: readonly ComplaintLine[]; audience: DeskAudience }) {
  const t = useTranslate();
  return (
    <Table
      caption={t("complaints:desk.title")}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t("complaints:desk.what"),
          cell: (line) => (
            <div className="flex min-w-40 flex-col items-start gap-1">
              <Link to={deskPaths[audience].complaint(line.id)} className="link-plain font-semibold">
                {line.title}
              </Link>
              <Tag>{t(`complaints:kind.${line.subjectKind}`)}</Tag>
              {line.subjectKind === "solution" ? <span className="muted text-sm">{line.providerName}</span> : null}
            </div>
          ),
        },
        { head: t("complaints:desk.ground"), cell: ({ ground }) => t(`complaints:ground.${ground}`) },
        { head: t("complaints:desk.age"), cell: (line) => <Standing line={line} /> },
        {
          head: t("complaints:desk.heard"),
          cell: ({ isHeard }) => t(isHeard ? "complaints:desk.is_heard" : "complaints:desk.not_heard"),
        },
      ]}
    />
  );
}

/** How the promise stands, or how it ended. */
export function Standing({ line }: { line: Pick<ComplaintLine, "promise" | "status" | "decidedAt"> }) {
  const t = useTranslate();
  const locale = useLocale();
  const { promise, status, decidedAt } = line;
  return (
    <div className="flex flex-col items-start gap-1 whitespace-nowrap">
      {promise && promise.lateDays > 0 ? (
        <StatusBadge tone="late">{t("complaints:desk.late", { count: promise.lateDays })}</StatusBadge>
      ) : null}
      {promise && promise.lateDays === 0 ? (
        <span>{t("complaints:desk.due", { date: formatDate(locale, promise.dueOn) })}</span>
      ) : null}
      {promise ? null : <ComplaintStatusBadge status={status} />}
      {decidedAt ? (
        <span className="muted text-sm">{t("complaints:desk.decided", { date: formatDate(locale, decidedAt) })}</span>
      ) : null}
    </div>
  );
}
