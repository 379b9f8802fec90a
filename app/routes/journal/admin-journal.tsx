/** Who did what and when, newest first; administrators see all of it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Pager, Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { journalPage } from "~/domain/journal/entries.server";
import { requireAdministrator } from "~/http/guards.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "admin:journal.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  const search = new URL(request.url).searchParams;
  const before = Number(search.get("before")) || null;
  const subjectId = search.get("subject");
  return { subjectId, isFirst: before === null, ...(await journalPage(store().db, { before, subjectId })) };
}

export default function AdminJournal() {
  const t = useTranslate();
  const locale = useLocale();
  const { rows, next, subjectId, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("admin:journal.title")}
        lead={
          subjectId ? (
            <>
              {t("admin:journal.only", { id: subjectId })}{" "}
              <Link to={paths.admin.journal()} className="link-plain">
                {t("admin:journal.all")}
              </Link>
            </>
          ) : null
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("admin:journal.none")} />
      ) : (
        <Table
          caption={t("admin:journal.title")}
          rows={rows}
          keyOf={({ id }) => String(id)}
          columns={[
            {
              head: t("admin:journal.at"),
              cell: ({ at }) => <span className="whitespace-nowrap">{formatDateTime(locale, at)}</span>,
            },
            { head: t("admin:journal.who"), cell: ({ actor }) => actor ?? t("admin:journal.system") },
            { head: t("admin:journal.what"), cell: ({ action }) => <code className="text-sm">{action}</code> },
            {
              head: t("admin:journal.subject"),
              cell: (row) => (
                <Link to={paths.admin.journal({ subject: row.subjectId })} className="link-plain text-sm">
                  {row.subjectKind} {row.subjectId}
                </Link>
              ),
            },
            {
              head: t("admin:journal.change"),
              cell: ({ before, after }) => (
                <>
                  <Values label={t("admin:journal.before")} values={before} />
                  <Values label={t("admin:journal.after")} values={after} />
                </>
              ),
            },
          ]}
        />
      )}
      <Pager
        label={t("admin:journal.title")}
        first={isFirst ? null : paths.admin.journal({ subject: subjectId })}
        next={next === null ? null : paths.admin.journal({ subject: subjectId, before: next })}
      />
    </>
  );
}

function Values({ label, values }: { label: string; values: Record<string, unknown> | null }) {
  if (!values) return null;
  const text = Object.entries(values)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ");
  return (
    <p className="text-sm">
      <span className="muted">{label}</span> <span className="break-words">{text.slice(0, 400)}</span>
    </p>
  );
}
