/** What a case is about, who asks, who comes and when. */
import { Tag } from "~/components/kit/status";
import { Facts, type Fact } from "~/components/kit/page";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import { formatDateTime, formatMoney, formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";

/** 万元 in fen. */
const FEN_PER_WAN = 1_000_000;

type CaseFactsProps = Pick<CaseOnPage, "case" | "enterprise" | "expert"> & { names: CaseNames };

/** The request in the enterprise's words. */
export function RequestFacts({ case: about, names }: CaseFactsProps) {
  const t = useTranslate();
  const named = useNamed();
  const tags = about.scenarios.map((key) => {
    const scenario = names.scenarios[key];
    return <Tag key={key}>{scenario ? named(scenario) : key}</Tag>;
  });
  const facts: Fact[] = [
    { label: t("clinic:request.need"), value: about.need },
    { label: t("clinic:request.scenarios"), value: <span className="flex flex-wrap gap-1.5">{tags}</span> },
    {
      label: t("clinic:request.contact"),
      value: t("clinic:request.contact_words", { name: about.contactName, phone: about.contactPhone }),
    },
  ];
  if (about.suitableTimes) facts.push({ label: t("clinic:request.suitable_times"), value: about.suitableTimes });
  return <Facts facts={facts} />;
}

/** The enterprise as the park and the expert need to know it. */
export function EnterpriseFacts({ enterprise, case: about, names }: CaseFactsProps) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const industry = enterprise.industryCode === null ? undefined : names.industries[enterprise.industryCode];
  const place = names.parks[about.parkSlug];
  const facts: Fact[] = [{ label: t("clinic:enterprise.name"), value: enterprise.name }];
  if (industry)
    facts.push({ label: t("clinic:enterprise.industry"), value: `${named(industry)} (${enterprise.industryCode})` });
  if (place) facts.push({ label: t("clinic:enterprise.park"), value: named(place) });
  if (enterprise.employees !== null)
    facts.push({ label: t("clinic:enterprise.employees"), value: formatNumber(locale, enterprise.employees) });
  if (enterprise.revenueWan !== null)
    facts.push({
      label: t("clinic:enterprise.revenue"),
      value: formatMoney(locale, enterprise.revenueWan * FEN_PER_WAN),
    });
  return <Facts facts={facts} />;
}

/** Who comes and when; nothing before an expert is sent. */
export function VisitFacts({ case: about, expert }: CaseFactsProps) {
  const t = useTranslate();
  const locale = useLocale();
  if (!expert) return null;
  const facts: Fact[] = [
    {
      label: t("clinic:visit.expert"),
      value: [expert.name, expert.title, expert.organisationName].filter(Boolean).join(" · "),
    },
  ];
  const when = about.visitAt === null ? t("clinic:visit.not_agreed") : formatDateTime(locale, about.visitAt);
  facts.push({ label: t("clinic:visit.at"), value: when });
  if (about.visitNote) facts.push({ label: t("clinic:visit.note"), value: about.visitNote });
  return <Facts facts={facts} />;
}
