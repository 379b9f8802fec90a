/** 小快轻准 as facts: what accepted projects measured is solid, what the provider declares outlined, what is missing said. */
import type { Locale } from "#db/vocabulary/identity";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import { formatMoney } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";

type FactName = "small" | "fast" | "light" | "precise";
type Source = "measured" | "declared" | "unknown";

type Fact = { name: FactName; source: Source; main: string; more: string };

export type FactsCard = Pick<
  SolutionCard,
  | "scenarios"
  | "industries"
  | "entryPriceFen"
  | "priceModel"
  | "days"
  | "areDaysMeasured"
  | "acceptedProjects"
  | "deployment"
  | "firstYearCostFen"
  | "hardware"
>;

/** A description list of four; two by two on a phone. `large` for a page of its own, `stacked` one under the other. */
export function FourFacts({ card, large, stacked }: { card: FactsCard; large?: true; stacked?: true }) {
  const t = useTranslate();
  const facts = useFacts(card);
  return (
    <dl
      aria-label={t("search:facts.title")}
      className={`grid gap-x-4 gap-y-3 ${stacked ? "" : large ? "grid-cols-2 lg:grid-cols-4" : "grid-cols-2 md:grid-cols-4 print:grid-cols-2"}`}
    >
      {facts.map((fact) => (
        <FactCell key={fact.name} fact={fact} large={large} isWhole={large ?? stacked} />
      ))}
    </dl>
  );
}

const marks: Record<Source, string> = {
  measured: "border-primary bg-primary text-primary-content",
  declared: "border-primary text-primary",
  unknown: "muted border-dashed border-current",
};

/** English words are long: where it is narrow they stand below the mark, not beside it, and the longest are hyphenated. */
const narrow = {
  large: "max-sm:[&:lang(en)]:col-span-2 max-sm:[&:lang(en)]:col-start-1",
  small: "max-xl:[&:lang(en)]:col-span-2 max-xl:[&:lang(en)]:col-start-1",
};

/** `isWhole`: nothing of it is cut, however long. */
function FactCell({ fact, large, isWhole }: { fact: Fact; large?: true; isWhole?: true }) {
  const t = useTranslate();
  const source = t(`search:facts.${fact.source}`);
  return (
    <div className="grid grid-cols-[auto_1fr] content-start gap-x-2.5">
      <dt className="contents">
        <span
          aria-hidden
          lang="zh-CN"
          className={`row-span-2 grid place-items-center rounded-field border-2 font-semibold ${marks[fact.source]} ${large ? "size-8 text-base sm:size-11 sm:text-xl" : "size-8 text-base"}`}
        >
          {t(`search:facts.${fact.name}`)}
        </span>
        <span className="muted text-xs leading-tight">
          {t(`search:facts.${fact.name}.name`)}
          <span aria-hidden> · </span>
          <span className={fact.source === "measured" ? "font-semibold text-primary" : undefined}>{source}</span>
        </span>
      </dt>
      <dd
        className={`col-start-2 min-w-0 text-sm leading-snug break-words hyphens-auto [hyphenate-limit-chars:12_5_4] ${narrow[large ? "large" : "small"]}`}
      >
        <span className={`block font-semibold ${large ? "sm:text-base" : ""}`}>{fact.main}</span>
        <span className={`muted ${isWhole ? "block" : "line-clamp-2 print:line-clamp-none"}`}>{fact.more}</span>
      </dd>
    </div>
  );
}

function useFacts(card: FactsCard): Fact[] {
  const say: Say = { t: useTranslate(), locale: useLocale(), named: useNamed() };
  return [smallFact(card, say), fastFact(card, say), lightFact(card, say), preciseFact(card, say)];
}

type Say = { t: Translate; locale: Locale; named: ReturnType<typeof useNamed> };

function smallFact({ entryPriceFen, scenarios }: FactsCard, { t, locale, named }: Say): Fact {
  const [first] = scenarios;
  const price =
    entryPriceFen === null
      ? t("search:facts.price.unknown")
      : entryPriceFen === 0
        ? t("search:facts.price.free")
        : t("search:facts.price.from", { price: formatMoney(locale, entryPriceFen) });
  const more = !first
    ? t("search:facts.scenarios.none")
    : scenarios.length === 1
      ? named(first)
      : t("search:facts.scenarios.more", { first: named(first), count: scenarios.length });
  return { name: "small", source: entryPriceFen === null && !first ? "unknown" : "declared", main: price, more };
}

function fastFact({ days, areDaysMeasured, acceptedProjects }: FactsCard, { t }: Say): Fact {
  if (days === null) {
    const main = t("search:facts.days.unknown");
    return { name: "fast", source: "unknown", main, more: t("search:facts.days.unknown.note") };
  }
  const main = t("search:facts.days", { days });
  return areDaysMeasured
    ? { name: "fast", source: "measured", main, more: t("search:facts.days.measured", { count: acceptedProjects }) }
    : { name: "fast", source: "declared", main, more: t("search:facts.days.declared") };
}

function lightFact({ deployment, firstYearCostFen, hardware }: FactsCard, { t, locale }: Say): Fact {
  const ways = deployment.map((way) => t(`catalogue:deployment.${way}`)).join(t("search:facts.and"));
  const cost =
    firstYearCostFen === null
      ? t("search:facts.first_year.unknown")
      : t("search:facts.first_year", { price: formatMoney(locale, firstYearCostFen) });
  return {
    name: "light",
    source: deployment.length === 0 && firstYearCostFen === null ? "unknown" : "declared",
    main: ways || t("search:facts.deploy.unknown"),
    more: hardware ? t("search:facts.cost_and_hardware", { cost, hardware }) : cost,
  };
}

function preciseFact({ industries, acceptedProjects }: FactsCard, { t, named }: Say): Fact {
  const [first] = industries;
  const main = !first
    ? t("catalogue:all_industries")
    : industries.length === 1
      ? named(first)
      : t("search:facts.industries.more", { first: named(first), count: industries.length });
  return acceptedProjects > 0
    ? { name: "precise", source: "measured", main, more: t("search:facts.cases", { count: acceptedProjects }) }
    : { name: "precise", source: "declared", main, more: t("search:facts.cases.none") };
}

/** What solid, outlined and dashed mean; once a page. */
export function FactsLegend() {
  const t = useTranslate();
  return <p className="muted text-sm">{t("search:facts.legend")}</p>;
}
