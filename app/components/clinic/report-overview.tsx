import { Facts, Section, type Fact } from "~/components/kit/page";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { Words } from "./report-words";

/** The enterprise as it was when the report was issued, and in the expert's words. */
export function ReportOverview({ page: { enterprise, names, report, case: about } }: { page: ReportOnPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const industry = enterprise.industryCode === null ? undefined : names.industries[enterprise.industryCode];
  const park = names.parks[about.parkSlug];
  const facts: Fact[] = [];
  if (industry)
    facts.push({ label: t("clinic:enterprise.industry"), value: `${named(industry)} ${enterprise.industryCode}` });
  if (park) facts.push({ label: t("reports:region"), value: named(park) });
  if (enterprise.employees !== null)
    facts.push({
      label: t("clinic:enterprise.employees"),
      value: t("reports:employees", { count: enterprise.employees }),
    });
  if (enterprise.revenueWan !== null)
    facts.push({
      label: t("clinic:enterprise.revenue"),
      value: t("reports:revenue", { wan: formatNumber(locale, enterprise.revenueWan) }),
    });
  return (
    <Section id="overview" title={t("reports:part.overview")}>
      <Facts facts={facts} />
      <div className="mt-2">
        <Words text={report.overview} />
      </div>
    </Section>
  );
}
