/** Narrowing a list of cases: by status, by park, only late ones; a plain GET form. */
import { Link } from "@remix-run/react";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { Button } from "~/components/kit/button";
import { caseFilters, type CaseQuery } from "~/domain/clinic/case-query";
import { useNamed, useTranslate } from "~/i18n/use-translate";

type FilterProps = {
  query: CaseQuery;
  counts: Partial<Record<DiagnosisStatus, number>>;
  late: number;
  pathOf: (query: Record<string, string | null>) => string;
  parks?: readonly { slug: string; nameZh: string; nameEn: string }[];
};

export function CaseFilter({ query, counts, late, pathOf, parks }: FilterProps) {
  const t = useTranslate();
  const views = [
    { key: "open", label: t("clinic:view.open"), count: sum(counts, caseFilters.open) },
    { key: "late", label: t("clinic:view.late"), count: late },
    { key: "ended", label: t("clinic:view.ended"), count: sum(counts, caseFilters.ended) },
  ] as const;
  return (
    <div className="no-print mb-4 flex flex-col gap-3">
      <nav aria-label={t("clinic:view")} className="flex flex-wrap gap-x-6 border-b border-base-300">
        {views.map(({ key, label, count }) => (
          <Link
            key={key}
            to={pathOf({ view: key === "open" ? null : key, park: query.park })}
            aria-current={query.view === key ? "page" : undefined}
            className={`-mb-px inline-flex min-h-11 items-center gap-1.5 border-b-2 ${query.view === key ? "border-primary font-semibold" : "border-transparent"} ${key === "late" && count > 0 ? "late" : ""}`}
          >
            {label} <span>{count}</span>
          </Link>
        ))}
      </nav>
      <NarrowForm query={query} counts={counts} parks={parks} />
    </div>
  );
}

function NarrowForm({ query, counts, parks }: Pick<FilterProps, "query" | "counts" | "parks">) {
  const t = useTranslate();
  const named = useNamed();
  const statuses = caseFilters[query.view === "ended" ? "ended" : "open"];
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      {query.view === "open" ? null : <input type="hidden" name="view" value={query.view} />}
      <label className="flex flex-col gap-1 text-sm font-semibold">
        {t("clinic:filter.status")}
        <select name="status" defaultValue={query.status ?? ""} className="select min-h-11 w-56 font-normal">
          <option value="">{t("clinic:filter.any")}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {t("clinic:filter.counted", { name: t(`clinic:status.${status}`), count: counts[status] ?? 0 })}
            </option>
          ))}
        </select>
      </label>
      {parks ? (
        <label className="flex flex-col gap-1 text-sm font-semibold">
          {t("clinic:filter.park")}
          <select name="park" defaultValue={query.park ?? ""} className="select min-h-11 w-64 font-normal">
            <option value="">{t("clinic:filter.any")}</option>
            {parks.map((row) => (
              <option key={row.slug} value={row.slug}>
                {named(row)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Button tone="plain">{t("clinic:filter.submit")}</Button>
    </form>
  );
}

function sum(counts: Partial<Record<DiagnosisStatus, number>>, statuses: readonly DiagnosisStatus[]): number {
  return statuses.reduce((total, status) => total + (counts[status] ?? 0), 0);
}
