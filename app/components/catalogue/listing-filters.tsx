/** The filters of the list of solutions: a column on wide screens, a sheet opened by its address on narrow ones. */
import { X } from "lucide-react";
import { Kept } from "~/components/layout/kept";
import type { FacetList, FacetValue } from "~/domain/catalogue/facet-list";
import type { FacetName } from "~/domain/catalogue/facets";
import { MOST_DAYS, type ListingQuery } from "~/domain/catalogue/listing-query";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { AmountField, PickField, TickField } from "./filter-fields";
import { facetLabel } from "./search-words";

/** Beyond these a facet's choices fold away, unless chosen. */
const SHOWN = 8;

export const FILTERS_ID = "filters";
export const LISTING_FORM = "listing";

type FiltersProps = {
  facets: FacetList;
  query: Pick<ListingQuery, "q" | "priceMaxYuan" | "daysMax">;
  /** What was typed as a limit and is none; null when it is, or nothing was. */
  refused: { price: string | null; days: string | null };
};

/** Belongs to the form LISTING_FORM, which the search field opens: everything is sent together. */
export function ListingFilters(props: FiltersProps) {
  const { q, priceMaxYuan, daysMax } = props.query;
  return (
    <Kept
      as="div"
      id={FILTERS_ID}
      className="no-print hidden scroll-mt-4 lg:block max-lg:target:fixed max-lg:target:inset-0 max-lg:target:z-40 max-lg:target:block max-lg:target:overflow-y-auto max-lg:target:bg-base-100 max-lg:target:p-4"
      dependsOn={[props.facets, q, priceMaxYuan, daysMax, props.refused]}
      draw={() => <Filters {...props} />}
    />
  );
}

function Filters({ facets, query, refused }: FiltersProps) {
  const t = useTranslate();
  const [ai] = facets.ai;
  return (
    <>
      <div className="mb-2 flex items-center justify-between">
        <h2 className="text-lg">{t("search:list.filters")}</h2>
        <a href="#results" className="btn btn-ghost min-h-11 lg:hidden">
          <X aria-hidden size={20} />
          {t("search:list.filters.close")}
        </a>
      </div>
      {/* What has the focus must not lie under the buttons, which stay at the lower edge. */}
      <div className="grid gap-5 [&_*]:scroll-mb-24">
        <TickFacet name="scenario" values={facets.scenario} />
        <TickFacet name="deploy" values={facets.deploy} />
        <Limits query={query} refused={refused} />
        <TickFacet name="industry" values={facets.industry} />
        <PickFacet name="park" values={facets.park} />
        <PickFacet name="region" values={facets.region} />
        <PickFacet name="provider" values={facets.provider} />
        {ai ? (
          <TickField
            form={LISTING_FORM}
            name="ai"
            value="1"
            isChosen={ai.isChosen}
            label={t("search:list.ai", { count: ai.count })}
          />
        ) : null}
      </div>
      <div className="sticky bottom-0 mt-4 flex max-lg:-bottom-4 flex-wrap gap-2 border-t border-base-300 bg-base-100 py-3">
        <button form={LISTING_FORM} type="submit" className="btn btn-primary min-h-11 flex-1">
          {t("search:list.filters.apply")}
        </button>
        <a href={paths.solutions({ q: query.q })} className="btn btn-ghost min-h-11">
          {t("search:list.filters.clear")}
        </a>
      </div>
    </>
  );
}

type FacetProps = { name: Exclude<FacetName, "ai">; values: readonly FacetValue[] };

/** Any number of choices, with how many results each gives. */
function TickFacet({ name, values }: FacetProps) {
  const t = useTranslate();
  const label = useFacetLabel();
  if (values.length === 0) return null;
  const first = values.filter(({ isChosen }, place) => isChosen || place < SHOWN);
  const rest = values.filter((value) => !first.includes(value));
  const rows = (shown: readonly FacetValue[]) =>
    shown.map((each) => (
      <TickField
        key={each.value}
        name={name}
        form={LISTING_FORM}
        value={each.value}
        isChosen={each.isChosen}
        label={label(name, each)}
        count={each.count}
      />
    ));
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t(`search:list.facet.${name}`)}</legend>
      {rows(first)}
      {rest.length > 0 ? (
        <details>
          <summary className="link-plain flex min-h-9 items-center text-sm">
            {t("search:list.facet.more", { count: rest.length })}
          </summary>
          {rows(rest)}
        </details>
      ) : null}
    </fieldset>
  );
}

/** One choice of many. */
function PickFacet({ name, values }: FacetProps) {
  const t = useTranslate();
  const label = useFacetLabel();
  if (values.length === 0) return null;
  const options = values.map((each) => ({
    value: each.value,
    label: t("search:list.facet.count", { name: label(name, each), count: each.count }),
  }));
  const chosen = values.find(({ isChosen }) => isChosen)?.value ?? null;
  return (
    <PickField
      name={name}
      label={t(`search:list.facet.${name}`)}
      value={chosen}
      options={options}
      form={LISTING_FORM}
    />
  );
}

function Limits({ query, refused }: Pick<FiltersProps, "query" | "refused">) {
  const t = useTranslate();
  const { priceMaxYuan, daysMax } = query;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{t("search:list.facet.limits")}</legend>
      <AmountField
        name="price_max"
        label={t("search:list.price_max")}
        unit={t("common:unit.yuan")}
        value={priceMaxYuan ?? refused.price}
        problem={
          priceMaxYuan === null && refused.price !== null
            ? t("search:list.price_max.refused", { typed: refused.price })
            : null
        }
        form={LISTING_FORM}
      />
      <AmountField
        name="days_max"
        label={t("search:list.days_max")}
        unit={t("common:unit.days")}
        value={daysMax ?? refused.days}
        problem={
          daysMax === null && refused.days !== null
            ? t("search:list.days_max.refused", { typed: refused.days, most: MOST_DAYS })
            : null
        }
        form={LISTING_FORM}
      />
    </fieldset>
  );
}

function useFacetLabel(): (facet: FacetName, each: FacetValue) => string {
  const language = { t: useTranslate(), locale: useLocale() };
  return (facet, each) => facetLabel(language, facet, each);
}
