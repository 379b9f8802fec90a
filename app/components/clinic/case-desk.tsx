/** A desk's list of cases with its views, filters and pages. */
import { EmptyState } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { caseDesk } from "~/domain/clinic/case-lists.server";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { CaseQuery } from "~/domain/clinic/case-query";
import type { Holder } from "~/domain/clinic/promises";
import { useTranslate } from "~/i18n/use-translate";
import { CaseFilter } from "./case-filter";
import { CaseRows } from "./case-rows";

type DeskProps = {
  query: CaseQuery;
  desk: Awaited<ReturnType<typeof caseDesk>>;
  names: CaseNames;
  viewer: Holder;
  listPath: (query: Record<string, string | null>) => string;
  casePath: (id: string) => string;
  parks?: readonly { slug: string; nameZh: string; nameEn: string }[];
};

export function CaseDesk({ query, desk, names, viewer, listPath, casePath, parks }: DeskProps) {
  const t = useTranslate();
  const { view, status, park, after } = query;
  const pageAt = (cursor: string | null) =>
    listPath({ view: view === "open" ? null : view, status, park, after: cursor });
  return (
    <>
      <CaseFilter query={query} counts={desk.counts} late={desk.late} pathOf={listPath} parks={parks} />
      {desk.items.length > 0 ? (
        <>
          <p className="muted mb-2 text-sm">
            {t(view === "ended" ? "clinic:list.count_ended" : "clinic:list.count", { count: desk.total })}
          </p>
          <CaseRows
            cases={desk.items}
            names={names}
            viewer={viewer}
            pathOf={casePath}
            showsPark={parks ? true : undefined}
          />
          <Pager
            first={after ? pageAt(null) : null}
            next={desk.next ? pageAt(desk.next) : null}
            label={t("clinic:list.pages")}
          />
        </>
      ) : (
        <EmptyState title={t(`clinic:empty.${view}`)}>
          <p>{t(`clinic:empty.${view}_lead`)}</p>
        </EmptyState>
      )}
    </>
  );
}
