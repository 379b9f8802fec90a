/** Keeping a solution at hand: one form a page, one button a solution, no account needed and no JavaScript. */
import { Bookmark, BookmarkCheck } from "lucide-react";
import { OwnPart } from "~/components/layout/own-part";
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

/** Of the button of a solution: who presses it comes back to it, and has the focus there. */
export function favouriteId(slug: string): string {
  return `keep-${slug}`;
}

type ButtonProps = { slug: string; title: string; isKept: boolean };

export function FavouriteButton(props: ButtonProps) {
  const { slug, title } = props;
  return <OwnPart at={{ part: "favourite", slug, title }} draw={() => <Toggle {...props} />} />;
}

/** Pressed while kept; its name stays the same for screen readers, as a toggle's should. */
function Toggle({ slug, title, isKept }: ButtonProps) {
  const t = useTranslate();
  const Icon = isKept ? BookmarkCheck : Bookmark;
  return (
    <button
      type="submit"
      id={favouriteId(slug)}
      form={FORM}
      name={isKept ? "remove" : "add"}
      value={slug}
      aria-pressed={isKept}
      aria-label={t("catalogue:favourites.add.label", { title })}
      className={`btn btn-sm min-h-11 gap-1 target:scroll-mt-72 ${isKept ? "border-primary bg-accent text-accent-content" : "border-base-300 bg-base-100"}`}
    >
      <Icon aria-hidden size={16} />
      {isKept ? t("catalogue:favourites.added") : t("catalogue:favourites.add")}
    </button>
  );
}

/** The way to what the reader keeps, and how many that are. */
export function FavouritesLink({ kept }: { kept: number }) {
  return <OwnPart at={{ part: "favourites" }} draw={() => <CountedLink kept={kept} />} />;
}

function CountedLink({ kept }: { kept: number }) {
  const t = useTranslate();
  return (
    <a href={paths.favourites()} className="link-plain no-print inline-flex min-h-11 items-center gap-1 text-sm">
      <Bookmark aria-hidden size={16} />
      {kept > 0 ? t("catalogue:favourites.count", { count: kept }) : t("catalogue:favourites.title")}
    </a>
  );
}
