import { Search } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";

/** The one search field; stands inside a GET form. Where scripts run, /suggest.js completes what is typed. */
export function SearchField({ q }: { q: string }) {
  const t = useTranslate();
  return (
    <div>
      <label htmlFor="q" className="mb-1 block font-semibold">
        {t("search:list.q")}
      </label>
      <div className="flex max-w-3xl gap-2">
        <div className="relative min-w-0 flex-1">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
            aria-describedby="q-hint"
            data-suggest={useKindNames()}
            className="input min-h-12 w-full text-base"
          />
        </div>
        <button type="submit" className="btn btn-primary min-h-12 px-5">
          <Search aria-hidden size={18} />
          {t("common:search")}
        </button>
      </div>
      <p id="q-hint" className="muted mt-1 text-sm">
        {t("search:list.q.hint")}
      </p>
      <script src="/suggest.js" type="module" />
    </div>
  );
}

/** What kinds of completion are called, for /suggest.js. */
function useKindNames(): string {
  const t = useTranslate();
  return JSON.stringify({
    scenario: t("search:list.facet.scenario"),
    industry: t("search:list.facet.industry"),
    park: t("search:suggest.park"),
    provider: t("search:list.facet.provider"),
    solution: t("search:list.title"),
  });
}
