/** Saving the search on the screen: a name, prefilled with what is searched for, and a button. */
import { BookmarkCheck, BookmarkPlus } from "lucide-react";
import { Button } from "~/components/kit/button";
import { OwnPart } from "~/components/layout/own-part";
import { LONGEST_NAME } from "~/domain/catalogue/saved-search-form";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { searchName, type Chip } from "./search-words";

type Props = {
  /** The name to begin with. */
  name: string;
  query: string;
  /** Null for visitors, who have nowhere to save to. */
  isSaved: boolean | null;
};

export function SaveSearch(props: Props) {
  const { name, query } = props;
  return <OwnPart at={{ part: "save_search", name, query }} draw={() => <Saving {...props} />} />;
}

/** The name that is offered for a search. */
export function useSearchName(q: string, chips: readonly Chip[]): string {
  return searchName(useTranslate(), q, chips);
}

function Saving({ name, query, isSaved }: Props) {
  const t = useTranslate();
  if (isSaved === null) return null;
  if (isSaved) {
    return (
      <a href={paths.account.searches()} className="link-plain inline-flex min-h-11 items-center gap-1 text-sm">
        <BookmarkCheck aria-hidden size={16} />
        {t("catalogue:saved.is_saved")}
      </a>
    );
  }
  return (
    <details className="open:basis-full">
      <summary className="link-plain inline-flex min-h-11 list-none items-center gap-1 text-sm">
        <BookmarkPlus aria-hidden size={16} />
        {t("catalogue:saved.save")}
      </summary>
      <form
        id="save-search"
        method="post"
        action={paths.account.searches()}
        className="panel flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="query" value={query} />
        <div className="min-w-0 flex-1 basis-60">
          <label htmlFor="saved-name" className="mb-1 block text-sm font-semibold">
            {t("catalogue:saved.name")}
          </label>
          <input
            id="saved-name"
            name="name"
            defaultValue={name.slice(0, LONGEST_NAME)}
            maxLength={LONGEST_NAME}
            className="input min-h-11 w-full"
          />
        </div>
        <Button intent="save">{t("catalogue:saved.submit")}</Button>
      </form>
    </details>
  );
}
