/** The clinic on an enterprise's home page: its case with its line, its unfinished request, or the invitation to ask. */
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { positionOf } from "~/domain/clinic/case-line";
import type { ListedCase } from "~/domain/clinic/case-lists.server";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { EnterpriseClinic } from "~/domain/clinic/desk-sections.server";
import { isOpen } from "~/domain/clinic/diagnosis-status";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { CaseLine } from "./case-line";
import { CaseRows } from "./case-rows";

export function EnterpriseClinicDesk({ clinic }: { clinic: EnterpriseClinic }) {
  const t = useTranslate();
  return (
    <Section id="clinic" title={t("clinic:enterprise_desk.title")}>
      <Latest {...clinic} />
    </Section>
  );
}

function Latest({ latest, names }: EnterpriseClinic) {
  const t = useTranslate();
  const ask = (
    <LinkButton to={paths.enterprise.diagnosisNew()} tone="primary">
      {t("clinic:ask")}
    </LinkButton>
  );
  if (latest === null) {
    return (
      <EmptyState title={t("clinic:own.empty")}>
        <p>{t("clinic:own.empty_lead")}</p>
        {ask}
      </EmptyState>
    );
  }
  if (latest.status === "draft") {
    return (
      <div className="flex flex-col items-start gap-3">
        <Note tone="waiting">{t("clinic:enterprise_desk.draft")}</Note>
        <LinkButton to={paths.enterprise.diagnosisNew()} tone="primary">
          {t("clinic:enterprise_desk.continue")}
        </LinkButton>
      </div>
    );
  }
  return isOpen(latest.status) ? (
    <UnderWay item={latest} names={names} />
  ) : (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <CaseRows cases={[latest]} names={names} viewer="enterprise" pathOf={paths.enterprise.diagnosis} />
      </div>
      {ask}
    </div>
  );
}

function UnderWay({ item, names }: { item: ListedCase; names: CaseNames }) {
  const t = useTranslate();
  const named = useNamed();
  const park = names.parks[item.parkSlug];
  const parties = {
    viewer: "enterprise" as const,
    park: park ? named(park) : item.parkSlug,
    enterprise: item.enterpriseName,
    expert: item.expertName,
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <CaseLine position={positionOf(item.status, [])} where={item.where} parties={parties} />
      </div>
      <LinkButton
        to={paths.enterprise.diagnosis(item.id)}
        tone={item.where.holder === "enterprise" ? "primary" : "plain"}
      >
        {t("clinic:enterprise_desk.open")}
      </LinkButton>
    </div>
  );
}
