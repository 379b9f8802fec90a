/** All solutions of the own organisation, those that wait for its owner first. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { CopyForm } from "~/components/catalogue/editor/owner-actions";
import { ConfirmNote } from "~/components/catalogue/freshness";
import { SolutionStatusBadge } from "~/components/catalogue/status-badges";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { ownFreshness } from "~/domain/catalogue/renewals.server";
import { ownSolutions } from "~/domain/catalogue/solutions.server";
import { notFound, requireProvider } from "~/http/guards.server";
import { answerCopy } from "~/http/own-solution.server";
import { readIntent } from "~/http/form.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "catalogue:mine.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const own = await ownSolutions(store().db, member);
  const solutions = own.map((solution) => ({ ...solution, copyId: newId("sol") }));
  const freshness = await ownFreshness(store().db, member);
  return {
    waiting: freshness.filter((each) => each.freshness !== "fresh").length,
    shown: solutions.filter(({ status }) => status !== "archived"),
    archived: solutions.filter(({ status }) => status === "archived"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const { intent } = await readIntent(request.clone());
  if (intent !== "copy") throw notFound();
  return answerCopy(request, member);
}

type Row = Awaited<ReturnType<typeof loader>>["shown"][number];

export default function Solutions() {
  const t = useTranslate();
  const { waiting, shown, archived } = useLoaderData<typeof loader>();
  const create = (
    <LinkButton to={paths.providerDesk.solutionNew()} tone="primary">
      {t("catalogue:mine.new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("catalogue:mine.title")}
        lead={t("catalogue:mine.lead")}
        actions={shown.length > 0 ? create : null}
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      <ConfirmNote waiting={waiting} />
      {shown.length === 0 ? (
        <EmptyState title={t("catalogue:mine.none")}>
          <p>{t("catalogue:mine.none.text")}</p>
          {create}
        </EmptyState>
      ) : (
        <SolutionTable caption={t("catalogue:mine.title")} rows={shown} />
      )}
      {archived.length > 0 ? (
        <details className="mt-8">
          <summary className="link-plain inline-block py-2">
            {t("catalogue:mine.archived", { count: archived.length })}
          </summary>
          <div className="mt-2">
            <SolutionTable caption={t("catalogue:solution_status.archived")} rows={archived} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function SolutionTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const t = useTranslate();
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t("catalogue:field.title"),
          cell: (row) => (
            <div className="min-w-36">
              <Link to={paths.providerDesk.solution(row.id)} className="link-plain font-semibold">
                {row.title}
              </Link>
              <p className="muted text-sm">{row.summary}</p>
            </div>
          ),
        },
        { head: t("catalogue:versions.status"), cell: (row) => <Standing row={row} /> },
      ]}
    />
  );
}

/** The solution's status, and beside a live one what is under way. */
function Standing({ row }: { row: Row }) {
  const t = useTranslate();
  const locale = useLocale();
  const number = row.versionNumber;
  const isLive = row.publishedAt !== null;
  return (
    <div className="flex min-w-36 flex-col items-start gap-1">
      <SolutionStatusBadge status={row.status} />
      {isLive && row.submittedAt !== null ? (
        <span className="text-sm">{t("catalogue:mine.update_waiting")}</span>
      ) : null}
      {isLive && row.versionStatus === "draft" ? (
        <span className="text-sm">{t("catalogue:mine.update_draft", { number })}</span>
      ) : null}
      {isLive && row.versionStatus === "changes_requested" ? (
        <span className="late text-sm">{t("catalogue:mine.update_changes", { number })}</span>
      ) : null}
      <span className="muted text-sm">{t("catalogue:mine.updated", { date: formatDate(locale, row.updatedAt) })}</span>
      <CopyForm solutionId={row.id} copyId={row.copyId} title={row.title} />
    </div>
  );
}
