/** Narrowing a list of cases: views as tabs, and a plain GET form with what each choice would leave. */
import { Link } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { Kept } from "~/components/layout/kept";
import type { CaseDesk, FacetOption } from "~/domain/clinic/case-desk.server";
import { caseFilters, paramsOf, type CaseQuery } from "~/domain/clinic/case-query";
import { useNamed, useTranslate } from "~/i18n/use-translate";

type Query = Record<string, string | null>;
type FilterProps = {
  query: CaseQuery;
  desk: Pick<CaseDesk, "views" | "statuses" | "options">;
  pathOf: (query: Query) => string;
  /** Lists of several parks can be narrowed to one. */
  showsPark: boolean;
};

const views = ["open", "late", "ended"] as const;

export function CaseFilter({ query, desk, pathOf, showsPark }: FilterProps) {
  const t = useTranslate();
  const kept = { ...query, status: null, after: null, isTicked: false };
  return (
    <div className="no-print mb-4 flex flex-col gap-3">
      <nav aria-label={t("clinic:view")} className="flex flex-wrap gap-x-6 border-b border-base-300">
        {views.map((view) => (
          <Link
            key={view}
            to={pathOf(paramsOf({ ...kept, view }))}
            aria-current={query.view === view ? "page" : undefined}
            className={`-mb-px inline-flex min-h-11 items-center gap-1.5 border-b-2 ${query.view === view ? "border-primary font-semibold" : "border-transparent"} ${view === "late" && desk.views.late > 0 ? "late" : ""}`}
          >
            {t(`clinic:view.${view}`)} <span>{desk.views[view]}</span>
          </Link>
        ))}
      </nav>
      <NarrowForm query={query} desk={desk} pathOf={pathOf} showsPark={showsPark} />
    </div>
  );
}

function NarrowForm({ query, desk, pathOf, showsPark }: FilterProps) {
  const t = useTranslate();
  const { view, status, scenario, industry, expert, park } = query;
  const statuses = caseFilters[view === "ended" ? "ended" : "open"].map((value) => ({
    value,
    name: t(`clinic:status.${value}`),
    count: desk.statuses[value] ?? 0,
  }));
  const isNarrowed = [status, scenario, industry, expert, park].some((chosen) => chosen !== null);
  const named = useOptions();
  return (
    <form method="get" className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      {view === "open" ? null : <input type="hidden" name="view" value={view} />}
      <Choice name="status" label={t("clinic:filter.status")} chosen={status} options={statuses} />
      <Choice
        name="scenario"
        label={t("desk:filter.scenario")}
        chosen={scenario}
        options={named(desk.options.scenario)}
      />
      <Choice
        name="industry"
        label={t("desk:filter.industry")}
        chosen={industry}
        options={named(desk.options.industry)}
      />
      <Choice name="expert" label={t("desk:filter.expert")} chosen={expert} options={named(desk.options.expert)} />
      {showsPark ? (
        <Choice name="park" label={t("clinic:filter.park")} chosen={park} options={named(desk.options.park)} />
      ) : null}
      <Button tone="plain">{t("clinic:filter.submit")}</Button>
      {isNarrowed ? (
        <Link to={pathOf(paramsOf({ view }))} className="link-plain inline-flex min-h-11 items-center">
          {t("desk:filter.clear")}
        </Link>
      ) : null}
    </form>
  );
}

type Option = { value: string; name: string; count: number | null };

function useOptions(): (options: readonly FacetOption[]) => Option[] {
  const named = useNamed();
  return (options) => options.map((one) => ({ value: one.value, name: named(one), count: one.count }));
}

type ChoiceProps = { name: string; label: string; chosen: string | null; options: readonly Option[] };

/** Drawn once for all who look at the same list: a province has hundreds of experts and trades to choose from. */
function Choice(props: ChoiceProps) {
  return (
    <Kept
      as="div"
      id={`filter-${props.name}`}
      className="min-w-0"
      dependsOn={props}
      draw={() => <ChoiceField {...props} />}
    />
  );
}

/** What was chosen stays on the list, also when nothing is left of it. */
function ChoiceField({ name, label, chosen, options }: ChoiceProps) {
  const t = useTranslate();
  const isListed = chosen === null || options.some(({ value }) => value === chosen);
  const all = isListed ? options : [...options, { value: chosen, name: chosen, count: 0 }];
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm font-semibold">
      {label}
      <select name={name} defaultValue={chosen ?? ""} className="select min-h-11 w-full font-normal sm:w-44">
        <option value="">{t("clinic:filter.any")}</option>
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.count === null
              ? option.name
              : t("clinic:filter.counted", { name: option.name, count: option.count })}
          </option>
        ))}
      </select>
    </label>
  );
}
