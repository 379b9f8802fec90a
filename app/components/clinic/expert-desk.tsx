/** An expert's desk: the cases that wait for the expert, by urgency, then those with others. */
import { EmptyState, Section } from "~/components/kit/page";
import type { ExpertClinic } from "~/domain/clinic/desk-sections.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { CaseRows } from "./case-rows";
import { WaitingReviews } from "./waiting-reviews";

export function ExpertDesk({ clinic }: { clinic: ExpertClinic }) {
  const t = useTranslate();
  const { waiting, others, reviews, names } = clinic;
  const rows = { names, viewer: "expert" as const, pathOf: paths.expert.diagnosis, showsPark: true as const };
  return (
    <>
      <Section id="waiting" title={t("clinic:expert_desk.title")}>
        {waiting.length > 0 ? (
          <CaseRows cases={waiting} {...rows} />
        ) : (
          <EmptyState title={t("clinic:expert_desk.empty")}>
            <p>{t("clinic:expert_desk.empty_lead")}</p>
          </EmptyState>
        )}
      </Section>
      <WaitingReviews reviews={reviews} />
      {others.length > 0 ? (
        <Section id="others" title={t("clinic:expert_desk.done")}>
          <CaseRows cases={others} {...rows} />
        </Section>
      ) : null}
    </>
  );
}
