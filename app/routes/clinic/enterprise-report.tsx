/** The enterprise's report: finding by finding, each recommendation leading to the solutions that fit. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReportDocument } from "~/components/clinic/report-document";
import { ReportDownloads } from "~/components/clinic/report-downloads";
import { ReportVersions } from "~/components/clinic/report-versions";
import { RecommendationStanding } from "~/components/clinic/recommendation-standing";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { reportPage } from "~/domain/clinic/report-page.server";
import { versionAsked } from "~/domain/clinic/report-version";
import { found, requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "clinic:report.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const number = versionAsked(new URL(request.url).searchParams);
  const page = found(await reportPage(store().db, member, params.id ?? "", number));
  return { page };
}

export default function EnterpriseReport() {
  const t = useTranslate();
  const { page } = useLoaderData<typeof loader>();
  const up = { to: paths.enterprise.diagnosis(page.case.id), label: t("clinic:up.case") };
  const confirm =
    page.case.status === "reported" && page.report.status === "issued" ? (
      <LinkButton to={`${paths.enterprise.diagnosis(page.case.id)}#confirm`} tone="primary">
        {t("clinic:report.to_confirm")}
      </LinkButton>
    ) : undefined;
  return (
    <>
      <div className="no-print">
        <PageHeader title={t("clinic:report.title")} lead={t("clinic:report.lead")} up={up} actions={confirm} />
      </div>
      {page.report.status === "issued" ? (
        <p className="no-print mb-5 flex flex-wrap gap-2">
          <LinkButton to={paths.enterprise.sharing(page.case.id)}>{t("consent:share")}</LinkButton>
          <LinkButton to={paths.enterprise.access({ report: page.report.id })}>{t("consent:to_access")}</LinkButton>
        </p>
      ) : null}
      <ReportDownloads page={page} at={paths.enterprise} />
      <ReportVersions page={page} at={(number) => paths.enterprise.report(page.case.id, { number: String(number) })} />
      <ReportDocument
        page={page}
        actionsOf={(item) =>
          page.report.status === "superseded" ? null : (
            <>
              <LinkButton to={paths.enterprise.recommendation(item.id)} tone="primary">
                {t("clinic:recommendation.matches")}
              </LinkButton>
              <RecommendationStanding status={item.status} />
            </>
          )
        }
      />
    </>
  );
}
