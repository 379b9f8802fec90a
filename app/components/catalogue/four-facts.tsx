/** 小快轻准 as facts: what accepted projects measured is solid, what the provider declares outlined, what is missing said. */
import type { ReactNode } from "react";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import { formatMoney } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";

type FactName = "small" | "fast" | "light" | "precise";
type Source = "measured" | "declared" | "unknown";

type Fact = { name: FactName; source: Source; main: ReactNode; more: ReactNode };

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
      className={`grid gap-x-4 gap-y-3 ${stacked ? "" : large ? "grid-cols-2 lg:grid-cols-4" : "grid-cols-2 md:grid-cols-4"}`}
    >
      {facts.map((fact) => (
        <FactCell key={fact.name} fact={fact} large={large} />
      ))}
    </dl>
  );
}

const marks: Record<Source, string> = {
  measured: "border-primary bg-primary text-primary-content",
  declared: "border-primary text-primary",
  unknown: "muted border-dashed border-current",
};

function FactCell({ fact, large }: { fact: Fact; large?: true }) {
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
      <dd className="col-start-2 min-w-0 text-sm leading-snug">
        <span className={`block font-semibold break-words ${large ? "sm:text-base" : ""}`}>{fact.main}</span>
        <span className="muted line-clamp-2 block">{fact.more}</span>
      </dd>
    </div>
  );
}

function useFacts(card: FactsCard): Fact[] {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const { entryPriceFen, scenarios, industries, days, acceptedProjects, deployment, firstYearCostFen } = card;
  const [scenario] = scenarios;
  const [industry] = industries;

  const price =
    entryPriceFen === null
      ? t("search:facts.price.unknown")
      : entryPriceFen === 0
        ? t("search:facts.price.free")
        : t("search:facts.price.from", { price: formatMoney(locale, entryPriceFen) });
  const small: Fact = {
    name: "small",
    source: entryPriceFen === null && !scenario ? "unknown" : "declared",
    main: price,
    more: !scenario
      ? t("search:facts.scenarios.none")
      : scenarios.length === 1
        ? t("search:facts.scenarios.one", { first: named(scenario) })
        : t("search:facts.scenarios.more", { first: named(scenario), count: scenarios.length }),
  };
  const fast: Fact =
    days === null
      ? {
          name: "fast",
          source: "unknown",
          main: t("search:facts.days.unknown"),
          more: t("search:facts.days.unknown.note"),
        }
      : {
          name: "fast",
          source: card.areDaysMeasured ? "measured" : "declared",
          main: t("search:facts.days", { days }),
          more: card.areDaysMeasured
            ? t("search:facts.days.measured", { count: acceptedProjects })
            : t("search:facts.days.declared"),
        };
  const ways = deployment.map((way) => t(`catalogue:deployment.${way}`)).join(t("search:facts.and"));
  const firstYear =
    firstYearCostFen === null
      ? t("search:facts.first_year.unknown")
      : t("search:facts.first_year", { price: formatMoney(locale, firstYearCostFen) });
  const light: Fact = {
    name: "light",
    source: deployment.length === 0 && firstYearCostFen === null ? "unknown" : "declared",
    main: ways || t("search:facts.deploy.unknown"),
    more: card.hardware ? t("search:facts.cost_and_hardware", { cost: firstYear, hardware: card.hardware }) : firstYear,
  };
  const precise: Fact = {
    name: "precise",
    source: acceptedProjects > 0 ? "measured" : "declared",
    main: !industry
      ? t("catalogue:all_industries")
      : industries.length === 1
        ? t("search:facts.industries.one", { first: named(industry) })
        : t("search:facts.industries.more", { first: named(industry), count: industries.length }),
    more: acceptedProjects > 0 ? t("search:facts.cases", { count: acceptedProjects }) : t("search:facts.cases.none"),
  };
  return [small, fast, light, precise];
}

/** What solid, outlined and dashed mean; once a page. */
export function FactsLegend() {
  const t = useTranslate();
  return <p className="muted text-sm">{t("search:facts.legend")}</p>;
}
