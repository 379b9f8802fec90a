import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { Table } from "~/components/kit/table";
import type { Comparison, Moved } from "~/domain/effects/comparison";
import { useTranslate } from "~/i18n/use-translate";
import { useWords } from "~/components/assessment/use-words";

/** Before and after: level and points first, then scenarios; those that moved before those that did not. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const t = useTranslate();
  const { total, level, dimensions, scenarios } = comparison;
  const moved = scenarios.filter(({ by }) => by !== 0);
  const still = scenarios.length - moved.length;
  return (
    <div className="flex flex-col gap-4">
      <Rows
        caption={t("effects:compared.points")}
        rows={[
          { ...level, name: t("effects:part.level") },
          { ...total, name: t("effects:part.total") },
          ...dimensions.map((one) => ({ ...one, name: null })),
        ]}
      />
      {moved.length > 0 ? (
        <Rows
          caption={t("effects:compared.scenarios")}
          rows={moved.toSorted((a, b) => b.by - a.by).map((one) => ({ ...one, name: null }))}
        />
      ) : null}
      {still > 0 ? <p className="muted text-sm">{t("effects:compared.still", { count: still })}</p> : null}
    </div>
  );
}

type Row = Moved & { name: string | null };

function Rows({ caption, rows }: { caption: string; rows: Row[] }) {
  const t = useTranslate();
  const words = useWords();
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { head: caption, cell: ({ name, nameZh, nameEn }) => name ?? words.pick(nameZh, nameEn) },
        { head: t("effects:before"), number: true, cell: ({ before }) => words.number(before) },
        { head: t("effects:after"), number: true, cell: ({ after }) => words.number(after) },
        { head: t("effects:change"), number: true, cell: ({ by }) => <Change by={by} /> },
      ]}
    />
  );
}

function Change({ by }: { by: number }) {
  const t = useTranslate();
  const words = useWords();
  const Icon = by > 0 ? ArrowUp : by < 0 ? ArrowDown : ArrowRight;
  const amount = words.number(Math.abs(by));
  const text = by > 0 ? t("effects:up", { amount }) : by < 0 ? t("effects:down", { amount }) : t("effects:change.none");
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden size={15} />
      {text}
    </span>
  );
}
