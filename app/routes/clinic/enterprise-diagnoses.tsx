/** An enterprise's diagnoses: the one under way and those that have ended. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CaseRows } from "~/components/clinic/case-rows";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { casesOfEnterprise } from "~/domain/clinic/case-lists.server";
import { caseNames } from "~/domain/clinic/case-names.server";
import { isOpen } from "~/domain/clinic/diagnosis-status";
import { requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "clinic:own.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const cases = await casesOfEnterprise(db, member, Date.now());
  return { cases, names: await caseNames(db, cases), canAsk: !cases.some(({ status }) => isOpen(status)) };
}

export default function EnterpriseDiagnoses() {
  const t = useTranslate();
  const { cases, names, canAsk } = useLoaderData<typeof loader>();
  const ask = canAsk ? (
    <LinkButton to={paths.enterprise.diagnosisNew()} tone="primary">
      {t("clinic:ask")}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={t("clinic:own.title")}
        lead={t("clinic:own.lead")}
        up={{ to: paths.enterprise.home(), label: t("clinic:up.enterprise") }}
        actions={cases.length > 0 ? ask : undefined}
      />
      {cases.length > 0 ? (
        <CaseRows cases={cases} names={names} viewer="enterprise" pathOf={pathOf(cases)} />
      ) : (
        <EmptyState title={t("clinic:own.empty")}>
          <p>{t("clinic:own.empty_lead")}</p>
          {ask}
        </EmptyState>
      )}
    </>
  );
}

/** A draft opens where it is written on. */
function pathOf(cases: readonly { id: string; status: string }[]) {
  const drafts = new Set(cases.filter(({ status }) => status === "draft").map(({ id }) => id));
  return (id: string) => (drafts.has(id) ? paths.enterprise.diagnosisNew() : paths.enterprise.diagnosis(id));
}
