import { LinkButton } from "~/components/kit/button";
import { useTranslate } from "~/i18n/use-translate";

type PagesProps = {
  /** Place of the first row shown, from 1. */
  from: number;
  shown: number;
  next: string | null;
  previous: string | null;
};

/** Where one is in a long list, one page back and one forward. */
export function ListPages({ from, shown, next, previous }: PagesProps) {
  const t = useTranslate();
  if (!next && !previous) return null;
  return (
    <nav aria-label={t("search:list.pages")} className="no-print mt-4 flex flex-wrap items-center gap-3">
      {previous ? <LinkButton to={previous}>{t("search:list.previous")}</LinkButton> : null}
      <span className="muted">{t("search:list.range", { from, to: from + shown - 1 })}</span>
      {next ? <LinkButton to={next}>{t("common:next")}</LinkButton> : null}
    </nav>
  );
}
