/** One effect: what it is about, where it stands, what was measured before and after; `children` are what can be done. */
import type { ReactNode } from "react";
import { Facts, PageHeader, Section, type Fact } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { EffectPage } from "~/domain/effects/effect-pages.server";
import type { EffectSide } from "~/domain/effects/effect-status";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { ComparisonTable } from "./comparison-table";
import { EffectBadge, useEffectTitle } from "./effect-table";
import { FigureWords } from "./figure-words";

type ViewProps = { page: EffectPage; side: EffectSide; up: string; children: ReactNode };

export function EffectView({ page, side, up, children }: ViewProps) {
  const t = useTranslate();
  const titleOf = useEffectTitle();
  return (
    <>
      <PageHeader
        title={titleOf(page)}
        badge={<EffectBadge status={page.status} side={side} />}
        lead={side === "park" ? page.enterpriseName : t(`effects:status.${page.status}.text`)}
        up={{ to: up, label: t(side === "park" ? "effects:park.title" : "effects:title") }}
      />
      {page.status === "rejected" ? (
        <div className="mb-4">
          <Note tone="urgent">{t("effects:rejected.words", { text: page.rejection })}</Note>
        </div>
      ) : null}
      <div className="panel">
        <Facts facts={useFacts(page)} />
      </div>
      {page.comparison ? (
        <Section id="compared" title={t("effects:compared")} lead={t("effects:compared.lead")}>
          <ComparisonTable comparison={page.comparison} />
        </Section>
      ) : null}
      {children}
    </>
  );
}

function useFacts(page: EffectPage): Fact[] {
  const t = useTranslate();
  const locale = useLocale();
  const { base, again } = page;
  const date = (time: number | null) => (time === null ? t("effects:not_yet") : formatDate(locale, time));
  const facts: (Fact | null)[] = [
    { label: t("effects:stage"), value: t(`effects:stage.${page.stage}`) },
    page.recommendationTitle ? { label: t("effects:recommendation"), value: page.recommendationTitle } : null,
    page.solutionTitle && page.providerName
      ? {
          label: t("effects:solution"),
          value: t("effects:origin.solution", { solution: page.solutionTitle, provider: page.providerName }),
        }
      : null,
    page.expectedGain ? { label: t("effects:expected"), value: page.expectedGain } : null,
    {
      label: t("effects:base"),
      value: t("effects:base.option", {
        source: t(`assessment:source.${base.source}`),
        date: formatDate(locale, base.finishedAt),
        score: formatNumber(locale, base.score),
        level: base.level,
      }),
    },
    {
      label: t("effects:again"),
      value:
        again?.status === "finished" ? date(again.finishedAt) : t(again ? "effects:again.draft" : "effects:again.none"),
    },
    { label: t("effects:figures"), value: <FigureWords figures={page.figures} /> },
    page.note ? { label: t("effects:words.note"), value: page.note } : null,
    { label: t("effects:by_enterprise"), value: date(page.confirmedByEnterpriseAt) },
    { label: t("effects:by_park"), value: date(page.confirmedByParkAt) },
  ];
  return facts.filter((fact) => fact !== null);
}
