import type { Highlights } from "~/domain/catalogue/highlights.server";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { SolutionRow } from "../catalogue/solution-row";
import { LinkButton } from "../kit/button";

/** A few solutions of a longer list, each with its four facts, and the way to all of them. */
export function SolutionHighlights({ highlights, none, all }: { highlights: Highlights; none: string; all: string }) {
  const t = useTranslate();
  const locale = useLocale();
  if (highlights.total === 0) return <p className="muted">{none}</p>;
  return (
    <>
      <ul className="border-y border-base-300 pt-5">
        {highlights.solutions.map((card) => (
          <SolutionRow key={card.slug} card={card} />
        ))}
      </ul>
      <p className="mt-3">
        <LinkButton to={all}>
          {t("scenarios:solutions.all", { count: highlights.total, shown: formatNumber(locale, highlights.total) })}
        </LinkButton>
      </p>
    </>
  );
}
