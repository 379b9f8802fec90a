/** Keeping a solution at hand: one form a page, one button a solution, no account needed and no JavaScript. */
import { Bookmark, BookmarkCheck } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

const FORM = "favourite";

/** The form all buttons of a page belong to. `to`: the page itself, which the reader comes back to. */
export function FavouriteForm({ to }: { to: string }) {
  return (
    <form id={FORM} method="post" action={paths.favourites()} hidden>
      <input type="hidden" name="to" value={to} />
    </form>
  );
}

type ButtonProps = { slug: string; title: string; isKept: boolean };

/** Pressed while kept; its name stays the same for screen readers, as a toggle's should. */
export function FavouriteButton({ slug, title, isKept }: ButtonProps) {
  const t = useTranslate();
  const Icon = isKept ? BookmarkCheck : Bookmark;
  return (
    <button
      type="submit"
      form={FORM}
      name={isKept ? "remove" : "add"}
      value={slug}
      aria-pressed={isKept}
      aria-label={t("catalogue:favourites.add.label", { title })}
      className={`btn btn-sm min-h-11 gap-1 ${isKept ? "border-primary bg-accent text-accent-content" : "border-base-300 bg-base-100"}`}
    >
      <Icon aria-hidden size={16} />
      {isKept ? t("catalogue:favourites.added") : t("catalogue:favourites.add")}
    </button>
  );
}
