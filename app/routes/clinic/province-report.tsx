/** An issued report as a city or the province reads it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecommendationStanding } from "~/components/clinic/recommendation-standing";
import { ReportDocument } from "~/components/clinic/report-document";
import { PageHeader } from "~/components/kit/page";
import { reportNames, reportPage } from "~/domain/clinic/report-page.server";
import { found, requireAuthority } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  const { db } = store();
  const page = found(await reportPage(db, staff, params.id ?? ""));
  return { page, names: await reportNames(db, page), pageTitle: page.enterprise.name };
}

export default function ProvinceReport() {
  const t = useTranslate();
  const { page, names } = useLoaderData<typeof loader>();
  const title = t("clinic:report.of", { enterprise: page.enterprise.name });
  return (
    <>
      <PageHeader title={title} up={{ to: paths.province.diagnosis(page.case.id), label: t("clinic:up.case") }} />
      <ReportDocument page={page} names={names} actionsOf={(item) => <RecommendationStanding status={item.status} />} />
    </>
  );
}
