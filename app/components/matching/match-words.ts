/** The sentences of a match: why, and what is missing. One place for pages and the machine interface. */
import type { Locale } from "#db/vocabulary/identity";
import type { Missing } from "~/domain/matching/missing";
import type { Reason } from "~/domain/matching/reasons";
import type { Reference } from "~/domain/scenarios/reference";
import { formatMoney } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";

export type MatchLanguage = { t: Translate; locale: Locale; reference: Reference };

type ReasonOf<C extends Reason["code"]> = Extract<Reason, { code: C }>;

/** Says one reason in a whole sentence, also when it is that nothing is known. */
export function reasonWords(language: MatchLanguage, reason: Reason): string {
  switch (reason.code) {
    case "fit":
      return fitWords(language, reason);
    case "industry":
      return industryWords(language, reason);
    case "price":
      return priceWords(language, reason);
    case "speed":
      return speedWords(language, reason);
    case "locality":
      return localityWords(language, reason);
    case "quality":
      return reason.projects > 0
        ? language.t("matching:reason.quality", { count: reason.projects })
        : language.t("matching:reason.quality.none");
  }
}

function fitWords({ t, locale, reference }: MatchLanguage, { scenario, others }: ReasonOf<"fit">): string {
  if (scenario === null) return t("matching:reason.fit.none");
  const name = named(locale, reference.scenarios.get(scenario), scenario);
  if (others.length > 0) return t("matching:reason.fit.more", { scenario: name, count: others.length });
  return t("matching:reason.fit", { scenario: name });
}

function industryWords({ t, locale, reference }: MatchLanguage, { industry, value }: ReasonOf<"industry">): string {
  if (industry !== null) {
    return t("matching:reason.industry", { industry: named(locale, reference.industries.get(industry), industry) });
  }
  return t(value > 0 ? "matching:reason.industry.general" : "matching:reason.industry.none");
}

function priceWords({ t, locale }: MatchLanguage, { priceFen, budgetFen }: ReasonOf<"price">): string {
  if (priceFen === null) return t("matching:reason.price.none");
  if (priceFen === 0) return t("matching:reason.price.free");
  const price = formatMoney(locale, priceFen);
  if (budgetFen === null) return t("matching:reason.price.open", { price });
  const budget = formatMoney(locale, budgetFen);
  if (priceFen <= budgetFen) return t("matching:reason.price", { price, budget });
  return t("matching:reason.price.over", { price, budget });
}

function speedWords({ t }: MatchLanguage, { days, daysMax, isMeasured }: ReasonOf<"speed">): string {
  if (days === null) return t("matching:reason.speed.none");
  if (daysMax !== null && days > daysMax) return t("matching:reason.speed.over", { days, daysMax });
  return t(isMeasured ? "matching:reason.speed.measured" : "matching:reason.speed", { count: days });
}

function localityWords({ t }: MatchLanguage, { scope, value }: ReasonOf<"locality">): string {
  if (scope === "unknown" && value === 0) return t("matching:reason.locality.none");
  return t(`matching:reason.locality.${scope}`);
}

/** Says that a listing is made for other levels. */
export function levelWords({ t }: MatchLanguage, levelsOutside: number): string {
  return t("matching:missing.level", { count: levelsOutside });
}

const NAMED = 3;

/** Says what a listing does not fulfil. */
export function missingWords({ t, locale, reference }: MatchLanguage, missing: Missing): string {
  switch (missing.code) {
    case "place": {
      const parks = missing.parks.map((slug) => named(locale, reference.parks.get(slug), slug));
      const regions = missing.regions.map((code) => named(locale, reference.regions.get(code), code));
      return t("matching:missing.place", { places: listed(t, [...regions, ...parks]) });
    }
    case "industry": {
      const names = missing.industries.map((code) => named(locale, reference.industries.get(code), code));
      return t("matching:missing.industry", { industries: listed(t, names) });
    }
    case "budget":
      return t("matching:missing.budget", {
        percent: missing.percentOver,
        price: formatMoney(locale, missing.priceFen),
      });
    case "days":
      return t("matching:missing.days", { days: missing.days, count: missing.days - missing.daysMax });
  }
}

/** The first few names; how many more there are. */
function listed(t: Translate, names: string[]): string {
  const shown = names.slice(0, NAMED).join(t("matching:list.comma"));
  return names.length > NAMED ? t("matching:list.more", { names: shown, count: names.length }) : shown;
}

/** A code without a row is shown as it is. */
function named(locale: Locale, row: { nameZh: string; nameEn: string } | undefined, code: string): string {
  if (!row) return code;
  return locale === "en" ? row.nameEn : row.nameZh;
}
