import { Link } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { StatusBadge } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { LexiconKind, LexiconSource } from "#db/vocabulary/search";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export type Word = {
  surface: string;
  kind: LexiconKind;
  target: string;
  source: LexiconSource;
  isActive: boolean;
  documents: number;
  means: string;
};

/** Words of the dictionary with what they mean, and a button each to strike it out or bring it back. */
export function LexiconTable({ rows }: { rows: readonly Word[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Table
      caption={t("search:lexicon.title")}
      rows={rows}
      keyOf={({ surface, kind, target }) => `${surface} ${kind} ${target}`}
      columns={[
        {
          head: t("search:lexicon.word"),
          cell: ({ surface, isActive, source }) => (
            <span className="flex flex-wrap items-center gap-2">
              <span className={isActive ? "font-semibold" : "line-through"}>{surface}</span>
              {isActive ? null : <StatusBadge tone="waiting">{t("search:lexicon.struck")}</StatusBadge>}
              {source === "staff" ? <StatusBadge tone="active">{t("search:lexicon.staff")}</StatusBadge> : null}
            </span>
          ),
        },
        { head: t("search:lexicon.kind"), cell: ({ kind }) => t(`search:lexicon.kind.${kind}`) },
        {
          head: t("search:lexicon.target"),
          cell: ({ means }) => <span className="block min-w-40">{means || t("common:none")}</span>,
        },
        {
          head: t("search:lexicon.documents"),
          number: true,
          cell: ({ surface, documents }) => (
            <Link to={paths.solutions({ q: `"${surface}"` })} className="link-plain">
              {formatNumber(locale, documents)}
            </Link>
          ),
        },
        { head: t("search:lexicon.change"), cell: (row) => <Switch {...row} /> },
      ]}
    />
  );
}

function Switch({ surface, kind, target, isActive }: Word) {
  const t = useTranslate();
  const action = isActive ? t("search:lexicon.strike") : t("search:lexicon.restore");
  return (
    // relative: what only screen readers see would otherwise widen the page beside the scrolling table.
    <form method="post" className="relative">
      <input type="hidden" name="surface" value={surface} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="target" value={target} />
      <Button tone="plain" small intent={isActive ? "strike" : "restore"}>
        {action}
        <span className="sr-only">{surface}</span>
      </Button>
    </form>
  );
}
