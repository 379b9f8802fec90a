/** A desk's list of cases with its views, filters and pages. */
import { LinkButton } from "~/components/kit/button";
import { EmptyState } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { CaseDesk as Desk } from "~/domain/clinic/case-desk.server";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import { paramsOf, type CaseQuery } from "~/domain/clinic/case-query";
import type { Holder } from "~/domain/clinic/promises";
import { useTranslate } from "~/i18n/use-translate";
import { AssignFrom } from "./assign-from";
import { CaseFilter } from "./case-filter";
import { CaseRows } from "./case-rows";

type DeskProps = {
  query: CaseQuery;
  desk: Desk;
  names: CaseNames;
  viewer: Holder;
  listPath: (query: Record<string, string | null>) => string;
  casePath: (id: string) => string;
};

export function CaseDesk({ query, desk, names, viewer, listPath, casePath }: DeskProps) {
  const t = useTranslate();
  const { view, after } = query;
  const isOfPark = viewer === "park";
  const pageAt = (cursor: string | null) => listPath(paramsOf({ ...query, after: cursor, isTicked: false }));
  const rows = {
    cases: desk.items,
    names,
    viewer,
    pathOf: casePath,
    showsPark: isOfPark ? undefined : (true as const),
    earlier: desk.earlier,
  };
  return (
    <>
      <CaseFilter query={query} desk={desk} pathOf={listPath} showsPark={!isOfPark} />
      {desk.items.length > 0 ? (
        <>
          <p className="muted mb-2 text-sm">
            {t(view === "ended" ? "clinic:list.count_ended" : "clinic:list.count", { count: desk.total })}
          </p>
          {isOfPark && view !== "ended" ? (
            <AssignFrom query={query} listPath={listPath} rows={rows} />
          ) : (
            <CaseRows {...rows} />
          )}
          <Pager
            first={after ? pageAt(null) : null}
            next={desk.next ? pageAt(desk.next) : null}
            label={t("clinic:list.pages")}
          />
        </>
      ) : (
        <Empty query={query} listPath={listPath} />
      )}
    </>
  );
}

function Empty({ query, listPath }: Pick<DeskProps, "query" | "listPath">) {
  const t = useTranslate();
  const { view, status, scenario, industry, expert, park } = query;
  const isNarrowed = [status, scenario, industry, expert, park].some((chosen) => chosen !== null);
  return (
    <EmptyState title={t(`clinic:empty.${view}`)}>
      {isNarrowed ? (
        <LinkButton to={listPath(paramsOf({ view }))}>{t("desk:filter.clear")}</LinkButton>
      ) : (
        <p>{t(`clinic:empty.${view}_lead`)}</p>
      )}
    </EmptyState>
  );
}
