/** The parts every case page shares: the line on top, what it is about, and its history. */
import type { ReactNode } from "react";
import { Section } from "~/components/kit/page";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import type { Holder } from "~/domain/clinic/promises";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { EnterpriseFacts, RequestFacts, VisitFacts } from "./case-facts";
import { CaseHistory } from "./case-history";
import { CaseLine } from "./case-line";
import { CaseNotes } from "./case-notes";
import type { Parties } from "./case-standing";

type CaseViewProps = {
  page: CaseOnPage;
  viewer: Holder;
  /** What this reader can do now. */
  children?: ReactNode;
};

export function CaseView({ page, viewer, children }: CaseViewProps) {
  const t = useTranslate();
  const { case: about, enterprise, expert, names } = page;
  const facts = { case: about, enterprise, expert, names };
  return (
    <>
      <CaseNotes page={page} viewer={viewer} />
      <CaseLine
        position={page.position}
        where={page.where}
        parties={usePartiesOf(page, viewer)}
        contacts={page.contacts}
      />
      {children}
      <div className="mt-8 grid gap-x-10 lg:grid-cols-2">
        <div>
          <Section id="request" title={t("clinic:section.request")}>
            <RequestFacts {...facts} />
          </Section>
          {expert ? (
            <Section id="visit" title={t("clinic:section.visit")}>
              <VisitFacts {...facts} />
            </Section>
          ) : null}
          {viewer === "enterprise" ? null : (
            <Section id="enterprise" title={t("clinic:section.enterprise")}>
              <EnterpriseFacts {...facts} />
            </Section>
          )}
        </div>
        <div className="max-lg:mt-8">
          <Section id="history" title={t("clinic:section.history")}>
            <CaseHistory steps={page.steps} reminders={page.reminders} />
          </Section>
        </div>
      </div>
    </>
  );
}

function usePartiesOf({ case: about, enterprise, expert, names }: CaseOnPage, viewer: Holder): Parties {
  const named = useNamed();
  const park = names.parks[about.parkSlug];
  return {
    viewer,
    park: park ? named(park) : about.parkSlug,
    enterprise: enterprise.name,
    expert: expert?.name ?? null,
  };
}
