/** The one search field; stands inside a GET form. Where scripts run, /suggest.js completes what is typed. */
import { Search } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export function SearchField({ q }: { q: string }) {
  const t = useTranslate();
  return (
    <div>
      <label htmlFor="q" className="mb-1 block font-semibold">
        {t("search:list.q")}
      </label>
      <div className="flex max-w-3xl gap-2">
        <SuggestInput id="q" q={q} hint="q-hint" className="input min-h-12 w-full text-base" />
        <button type="submit" className="btn btn-primary min-h-12 px-5 max-sm:px-4">
          <Search aria-hidden size={18} />
          <span className="max-sm:sr-only">{t("common:search")}</span>
        </button>
      </div>
      <div className="mt-1 flex max-w-3xl flex-wrap items-start gap-x-4 text-sm">
        <p id="q-hint" className="muted flex min-h-9 flex-1 items-center">
          {t("search:list.q.hint")}
        </p>
        <SearchHelp />
      </div>
    </div>
  );
}

type InputProps = { id: string; q?: string; hint?: string; placeholder?: string; className: string };

/** A plain field named q that /suggest.js makes a combobox of; everything it needs to say stands in its attributes. */
export function SuggestInput({ id, q, hint, placeholder, className }: InputProps) {
  return (
    <div className="relative min-w-0 flex-1">
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={q}
        maxLength={200}
        autoComplete="off"
        placeholder={placeholder}
        aria-describedby={hint}
        data-suggest={paths.api.suggest()}
        data-words={useSuggestWords()}
        className={className}
      />
      <script src="/suggest.js" type="module" />
    </div>
  );
}

/** The names of the groups, in their order, and how many suggestions there are. */
function useSuggestWords(): string {
  const t = useTranslate();
  return JSON.stringify({
    groups: {
      query: t("search:suggest.query"),
      scenario: t("search:list.facet.scenario"),
      solution: t("search:list.title"),
      provider: t("search:list.facet.provider"),
      industry: t("search:list.facet.industry"),
      park: t("search:suggest.park"),
    },
    // Filled in by the script, which counts.
    count: t("search:suggest.count", { count: "{count}" }),
    none: t("search:suggest.none"),
  });
}

function SearchHelp() {
  const t = useTranslate();
  const tips = [
    t("search:list.help.sentence"),
    t("search:list.help.spelling"),
    t("search:list.help.phrase"),
    t("search:list.help.without"),
  ];
  return (
    <details className="group open:basis-full">
      <summary className="link-plain flex min-h-9 items-center">{t("search:list.help")}</summary>
      <ul className="measure muted list-disc ps-5 pb-1">
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </details>
  );
}
