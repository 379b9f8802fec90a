/** The conditions of a quick match, each in a few words. */
import type { QuickQuery } from "~/domain/matching/quick-match-form";
import { formatMoney } from "~/i18n/format";
import type { MatchLanguage } from "./match-words";

export function askedWords({ t, locale, reference }: MatchLanguage, query: QuickQuery): string[] {
  const name = (row: { nameZh: string; nameEn: string } | undefined) => (locale === "en" ? row?.nameEn : row?.nameZh);
  return [
    query.industry && name(reference.industries.get(query.industry)),
    query.park && name(reference.parks.get(query.park)),
    query.region && name(reference.regions.get(query.region)),
    ...query.scenarios.map((key) => name(reference.scenarios.get(key))),
    query.budgetFen !== null && t("matching:chip.budget", { budget: formatMoney(locale, query.budgetFen) }),
    query.days !== null && t("matching:chip.days", { count: query.days }),
    query.level !== null && t("matching:form.level.option", { level: query.level }),
  ].flatMap((words) => words || []);
}
