import { LinkButton } from "~/components/kit/button";
import { Section } from "~/components/kit/page";
import type { WeekFigures } from "~/domain/insight/provider-figures.server";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { weekMeasures } from "./week-charts";

/** The figures of the week so far, for the desk. */
export function WeekCounts({ week }: { week: WeekFigures }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Section
      id="week"
      title={t("reach:home.title")}
      actions={
        <span className="flex flex-wrap gap-2">
          <LinkButton to={paths.providerDesk.figures()}>{t("reach:home.all")}</LinkButton>
          <LinkButton to={paths.providerDesk.needs()}>{t("reach:needs.title")}</LinkButton>
        </span>
      }
    >
      <dl className="panel grid grid-cols-2 gap-4 md:grid-cols-4">
        {weekMeasures.map((measure) => (
          <div key={measure}>
            <dt className="muted text-sm">{t(`reach:measure.${measure}`)}</dt>
            <dd className="text-xl font-semibold">{formatNumber(locale, week[measure])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
