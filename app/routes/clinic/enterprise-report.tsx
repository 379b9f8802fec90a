/** The enterprise's report: finding by finding, each recommendation leading to the solutions that fit. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReportDocument } from "~/components/clinic/report-document";
import { RecommendationStanding } from "~/components/clinic/recommendation-standing";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { reportPage, reportNames } from "~/domain/clinic/report-page.server";
import { found, requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "clinic:report.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const page = found(await reportPage(db, member, params.id ?? ""));
  return { page, names: await reportNames(db, page) };
}

export default function EnterpriseReport() {
  const t = useTranslate();
  const { page, names } = useLoaderData<typeof loader>();
  const up = { to: paths.enterprise.diagnosis(page.case.id), label: t("clinic:up.case") };
  const confirm =
    page.case.status === "reported" ? (
      <LinkButton to={`${paths.enterprise.diagnosis(page.case.id)}#confirm`} tone="primary">
        {t("clinic:report.to_confirm")}
      </LinkButton>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("clinic:report.title")} lead={t("clinic:report.lead")} up={up} actions={confirm} />
      <ReportDocument
        page={page}
        names={names}
        actionsOf={(item) => (
          <>
            <LinkButton to={paths.enterprise.recommendation(item.id)} tone="primary">
              {t("clinic:recommendation.matches")}
            </LinkButton>
            <RecommendationStanding status={item.status} />
          </>
        )}
      />
    </>
  );
}
