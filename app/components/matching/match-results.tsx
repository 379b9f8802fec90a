/** Matches, and below them the near misses; when there are none, what to do. */
import { ListPages } from "~/components/catalogue/list-pages";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import type { MatchLine } from "./match-line";
import { MatchList } from "./match-list";

type ResultsProps = {
  total: number;
  matches: readonly MatchLine[];
  nearMisses: readonly MatchLine[];
  lead: string;
  /** Matches on earlier pages. */
  from?: number;
  /** The page after this one. */
  nextHref?: string | null;
  /** The page before this one. */
  previousHref?: string | null;
  /** Something else already stands above these. */
  areOthers?: true;
  askTo?: (slug: string) => string;
  /** Id of the form in which several are ticked to be asked at once. */
  pickForm?: string;
};

export function MatchResults({
  total,
  matches,
  nearMisses,
  lead,
  from = 0,
  nextHref = null,
  previousHref = null,
  areOthers,
  ...ask
}: ResultsProps) {
  const t = useTranslate();
  const isCut = matches.length > 0 && total > matches.length;
  return (
    <>
      <div className="mt-8">
        <Section
          id="matches"
          title={t(areOthers ? "matching:results.others" : "matching:results", { count: total })}
          lead={isCut ? `${t("matching:results.cut", { first: from + 1, last: from + matches.length })} ${lead}` : lead}
        >
          {matches.length > 0 ? (
            <>
              <MatchList lines={matches} label={t("matching:matches")} {...ask} />
              <ListPages from={from + 1} shown={matches.length} next={nextHref} previous={previousHref} />
            </>
          ) : (
            <EmptyState title={t("matching:empty")}>
              <p>{t(nearMisses.length > 0 ? "matching:empty.near" : "matching:empty.text")}</p>
              <LinkButton to={paths.solutions()}>{t("matching:empty.browse")}</LinkButton>
            </EmptyState>
          )}
        </Section>
      </div>
      {nearMisses.length > 0 ? (
        <div className="mt-10">
          <Section id="near" title={t("matching:near")} lead={t("matching:near.lead")}>
            <MatchList lines={nearMisses} label={t("matching:near")} {...ask} />
          </Section>
        </div>
      ) : null}
    </>
  );
}
