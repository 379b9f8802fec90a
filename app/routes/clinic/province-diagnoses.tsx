/** Cases of a city or of the whole province: who holds them, which are late. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CaseDesk } from "~/components/clinic/case-desk";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { caseDesk } from "~/domain/clinic/case-desk.server";
import { caseNames } from "~/domain/clinic/case-names.server";
import { caseQuery } from "~/domain/clinic/case-query";
import { requireAuthority } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "clinic:region.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  const query = caseQuery(new URL(request.url).searchParams);
  const { db } = store();
  const desk = await caseDesk(db, staff, query, Date.now());
  return { query, desk, names: await caseNames(db, desk.items), level: staff.level };
}

export default function ProvinceDiagnoses() {
  const t = useTranslate();
  const { query, desk, names, level } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("clinic:region.title")}
        lead={t(`clinic:region.lead.${level}`)}
        up={{ to: paths.province.home(), label: t("clinic:up.province") }}
      />
      <CaseDesk
        query={query}
        desk={desk}
        names={names}
        viewer={level}
        listPath={paths.province.diagnoses}
        casePath={paths.province.diagnosis}
      />
    </>
  );
}
