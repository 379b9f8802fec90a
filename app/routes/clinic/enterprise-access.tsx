/** Who opened the enterprise's reports: every access by anyone but its own members, newest first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AccessLines, useReportName } from "~/components/clinic/access-lines";
import { Button } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { ledgerOf } from "~/domain/clinic/access-pages.server";
import { requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "consent:access.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const search = new URL(request.url).searchParams;
  const [reportId, after] = [search.get("report") || null, search.get("after")];
  return { ...(await ledgerOf(store().db, member, { reportId, after })), reportId, after };
}

export default function EnterpriseAccess() {
  const t = useTranslate();
  const { lines, next, reportId, after } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("consent:access.title")}
        lead={t("consent:access.lead")}
        up={{ to: paths.enterprise.diagnoses(), label: t("nav:diagnoses") }}
      />
      <ReportFilter />
      {lines.length === 0 ? (
        <EmptyState title={t("consent:access.none")}>
          <p>{t("consent:access.none_hint")}</p>
        </EmptyState>
      ) : (
        <AccessLines lines={lines} />
      )}
      <Pager
        label={t("consent:access.pages")}
        first={after ? paths.enterprise.access({ report: reportId }) : null}
        next={next ? paths.enterprise.access({ report: reportId, after: next }) : null}
      />
    </>
  );
}

function ReportFilter() {
  const t = useTranslate();
  const nameOf = useReportName();
  const { reports, reportId } = useLoaderData<typeof loader>();
  if (reports.length === 0) return null;
  return (
    <Form method="get" className="no-print mb-4 flex flex-wrap items-end gap-2">
      <label className="flex flex-col gap-1 font-semibold">
        {t("consent:access.report")}
        <select name="report" defaultValue={reportId ?? ""} className="select min-w-60 font-normal">
          <option value="">{t("consent:access.all")}</option>
          {reports.map((report) => (
            <option key={report.id} value={report.id}>
              {nameOf(report)}
            </option>
          ))}
        </select>
      </label>
      <Button tone="plain">{t("consent:access.filter")}</Button>
    </Form>
  );
}
