/** The park's clinic desk: open cases, late ones first, and those that have ended. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CaseDesk } from "~/components/clinic/case-desk";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { caseDesk } from "~/domain/clinic/case-desk.server";
import { caseNames } from "~/domain/clinic/case-names.server";
import { caseQuery } from "~/domain/clinic/case-query";
import { requirePark } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "clinic:desk.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const query = { ...caseQuery(new URL(request.url).searchParams), park: null };
  const { db } = store();
  const desk = await caseDesk(db, staff, query, Date.now());
  return { query, desk, names: await caseNames(db, desk.items) };
}

export default function ParkDiagnoses() {
  const t = useTranslate();
  const { query, desk, names } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("clinic:desk.title")}
        lead={t("clinic:desk.lead")}
        up={{ to: paths.parkDesk.home(), label: t("clinic:up.park") }}
      />
      <CaseDesk
        query={query}
        desk={desk}
        names={names}
        viewer="park"
        listPath={paths.parkDesk.diagnoses}
        casePath={paths.parkDesk.diagnosis}
      />
    </>
  );
}
