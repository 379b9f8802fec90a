/** How a text was read, what else it may have meant, and what to do when nothing fits. */
import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { EmptyState } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { ListingQuery } from "~/domain/catalogue/listing-query";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export function Corrections({ corrections }: { corrections: readonly { from: string; to: string }[] }) {
  const t = useTranslate();
  if (corrections.length === 0) return null;
  return <Note>{corrections.map((each) => t("search:list.corrected", each)).join(" ")}</Note>;
}

type Guess = { key: string; nameZh: string; nameEn: string };

/** Enough full answers need no guess. */
const ENOUGH = 20;

/** Scenarios the text names or hints at: offered, never applied silently. */
export function Guesses({
  guesses,
  query,
  fullTotal,
}: {
  guesses: readonly Guess[];
  query: ListingQuery;
  fullTotal: number;
}) {
  const t = useTranslate();
  const named = useNamed();
  const offered = guesses.filter(({ key }) => !query.scenario.includes(key));
  if (offered.length === 0 || fullTotal >= ENOUGH) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <span className="muted">{t("search:list.guessed")}</span>
      {offered.map((guess) => (
        <Link
          key={guess.key}
          to={paths.solutions({ scenario: guess.key })}
          className="link-plain inline-flex min-h-9 items-center"
        >
          {named(guess)}
        </Link>
      ))}
    </p>
  );
}

export function NothingFound({ query, hasFilters }: { query: ListingQuery; hasFilters: boolean }) {
  const t = useTranslate();
  const advice = hasFilters
    ? t("search:list.empty.filters")
    : query.q
      ? t("search:list.empty.query")
      : t("search:list.empty.all");
  return (
    <div className="mt-5">
      <EmptyState title={t("search:list.empty")}>
        <p>{advice}</p>
        <div className="flex flex-wrap justify-center gap-2">
          {hasFilters ? (
            <LinkButton to={paths.solutions({ q: query.q })} tone="primary">
              {t("search:list.filters.clear")}
            </LinkButton>
          ) : null}
          <LinkButton to={paths.scenarios()}>{t("search:list.empty.browse")}</LinkButton>
          <LinkButton to={paths.match()}>{t("search:list.empty.match")}</LinkButton>
          <LinkButton to={paths.clinic()}>{t("search:list.empty.clinic")}</LinkButton>
        </div>
      </EmptyState>
    </div>
  );
}
