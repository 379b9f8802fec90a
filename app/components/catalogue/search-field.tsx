import { Search } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";

/** The one search field; stands inside a GET form. */
export function SearchField({ q }: { q: string }) {
  const t = useTranslate();
  return (
    <div>
      <label htmlFor="q" className="mb-1 block font-semibold">
        {t("search:list.q")}
      </label>
      <div className="flex max-w-3xl gap-2">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
          aria-describedby="q-hint"
          className="input min-h-12 w-full flex-1 text-base"
        />
        <button type="submit" className="btn btn-primary min-h-12 px-5">
          <Search aria-hidden size={18} />
          {t("common:search")}
        </button>
      </div>
      <p id="q-hint" className="muted mt-1 text-sm">
        {t("search:list.q.hint")}
      </p>
    </div>
  );
}
