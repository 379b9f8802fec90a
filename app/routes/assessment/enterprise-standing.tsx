/** Where the enterprise stands in its industry and size, self and on-site side by side, and how it got there. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StandingCard } from "~/components/assessment/standing-card";
import { StandingHistory } from "~/components/assessment/standing-history";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { standingOf } from "~/domain/assessment/standing.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "effects:standing.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const [standing, { industries }] = [await standingOf(db, member), await referenceOf(db)];
  const nameOf = (code: string) => {
    const found = industries.get(code);
    return found ? { nameZh: found.nameZh, nameEn: found.nameEn } : null;
  };
  return {
    history: standing.history,
    compared: standing.compared.map((one) => ({ compared: one, industry: nameOf(one.industryCode) })),
  };
}

export default function EnterpriseStanding() {
  const t = useTranslate();
  const { compared, history } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("effects:standing.title")}
        lead={t("effects:standing.lead")}
        up={{ to: paths.enterprise.assessments(), label: t("assessment:list.title") }}
      />
      {compared.length === 0 ? (
        <EmptyState title={t("effects:standing.none")}>
          <LinkButton to={paths.enterprise.assessments()}>{t("assessment:list.start")}</LinkButton>
        </EmptyState>
      ) : (
        <>
          <p className="muted mb-4 text-sm">{t("effects:standing.legend")}</p>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {compared.map((one) => (
              <StandingCard key={one.compared.source} {...one} />
            ))}
          </div>
        </>
      )}
      <StandingHistory history={history} />
    </>
  );
}
