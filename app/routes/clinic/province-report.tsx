/** An issued report as a city or the province reads it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecommendationStanding } from "~/components/clinic/recommendation-standing";
import { ReportDocument } from "~/components/clinic/report-document";
import { ReportDownloads } from "~/components/clinic/report-downloads";
import { ReportVersions } from "~/components/clinic/report-versions";
import { PageHeader } from "~/components/kit/page";
import { noteAccess } from "~/domain/clinic/access-ledger.server";
import { reportPage } from "~/domain/clinic/report-page.server";
import { versionAsked } from "~/domain/clinic/report-version";
import { found, requireAuthority } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  const number = versionAsked(new URL(request.url).searchParams);
  const page = found(await reportPage(store().db, staff, params.id ?? "", number));
  await noteAccess(store(), staff, { report: page.report, what: "report" });
  return { page, pageTitle: page.enterprise.name };
}

export default function ProvinceReport() {
  const t = useTranslate();
  const { page } = useLoaderData<typeof loader>();
  const title = t("clinic:report.of", { enterprise: page.enterprise.name });
  return (
    <>
      <div className="no-print">
        <PageHeader title={title} up={{ to: paths.province.diagnosis(page.case.id), label: t("clinic:up.case") }} />
      </div>
      <ReportDownloads page={page} at={paths.province} />
      <ReportVersions page={page} at={(number) => paths.province.report(page.case.id, { number: String(number) })} />
      <ReportDocument page={page} actionsOf={(item) => <RecommendationStanding status={item.status} />} />
    </>
  );
}
