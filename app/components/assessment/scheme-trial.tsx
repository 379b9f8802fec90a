/** What a dry run found: how many enterprises would stand elsewhere, from which level to which, and in which parks. */
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { Tried } from "~/domain/assessment/scheme-page";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { useWords } from "./use-words";

const LEVELS = [0, 1, 2, 3, 4];

export function SchemeTrial({ tried }: { tried: Tried }) {
  const t = useTranslate();
  return (
    <Section title={t("schemes:trial")} lead={t("schemes:trial.lead")} id="trial">
      {tried.trials.length === 0 ? <Note>{t("schemes:trial.none")}</Note> : null}
      <div className="flex flex-col gap-6">
        {tried.trials.map((trial) => (
          <OfSource key={trial.source} trial={trial} />
        ))}
      </div>
    </Section>
  );
}

type OneTrial = Tried["trials"][number];

function OfSource({ trial }: { trial: OneTrial }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useWords();
  const number = (value: number) => formatNumber(locale, value);
  const source = t(`assessment:source.${trial.source}`);
  return (
    <div className="panel flex flex-col gap-3">
      <h3 className="text-lg">{source}</h3>
      <p className="font-semibold">
        {t("schemes:trial.sum", {
          total: number(trial.enterprises),
          changed: number(trial.up + trial.down),
          up: number(trial.up),
          down: number(trial.down),
        })}
      </p>
      <Table
        caption={t("schemes:trial.matrix", { source })}
        rows={LEVELS}
        keyOf={String}
        columns={[
          { head: t("schemes:trial.from"), cell: (from) => t("assessment:list.level_value", { level: from }) },
          ...LEVELS.map((to) => ({
            head: t("schemes:trial.to", { level: to }),
            number: true as const,
            cell: (from: number) => <Cell count={trial.matrix[from]?.[to] ?? 0} isMove={from !== to} />,
          })),
        ]}
      />
      {trial.parks.length > 0 ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2">
            {t("schemes:trial.parks", { count: trial.parks.length })}
          </summary>
          <Table
            caption={t("schemes:trial.parks_of", { source })}
            rows={trial.parks}
            keyOf={({ nameZh }) => nameZh ?? ""}
            columns={[
              {
                head: t("schemes:trial.park"),
                cell: ({ nameZh, nameEn }) => words.pick(nameZh ?? "", nameEn ?? "") || t("schemes:trial.no_park"),
              },
              { head: t("schemes:trial.up"), number: true, cell: ({ up }) => number(up) },
              { head: t("schemes:trial.down"), number: true, cell: ({ down }) => number(down) },
            ]}
          />
        </details>
      ) : null}
    </div>
  );
}

/** A move is bold; nobody is a dash. */
function Cell({ count, isMove }: { count: number; isMove: boolean }) {
  const locale = useLocale();
  if (count === 0) return "–";
  const text = formatNumber(locale, count);
  return isMove ? <strong className="font-semibold">{text}</strong> : <span className="muted">{text}</span>;
}
