/** Why near misses missed, each with what can be done about it and where. */
import { LinkButton } from "~/components/kit/button";
import { EmptyState } from "~/components/kit/page";
import { SMALLEST_SHOWN } from "~/domain/insight/figures";
import { sectionToChange, type MissLine, type NamedCount } from "~/domain/insight/near-misses";
import { formatList, formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Named = NamedCount & { nameZh: string; nameEn: string };
export type ToldMiss = Omit<MissLine, "most"> & { most: Named[]; solutionTitle: string };

export function NearMissList({ lines }: { lines: readonly ToldMiss[] }) {
  const t = useTranslate();
  if (lines.length === 0) return <EmptyState title={t("reach:misses.none")}>{t("reach:misses.none.text")}</EmptyState>;
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {lines.map((line) => (
        <li key={line.reason} className="panel flex flex-col gap-2">
          <MissCard line={line} />
        </li>
      ))}
    </ul>
  );
}

function MissCard({ line }: { line: ToldMiss }) {
  const t = useTranslate();
  const locale = useLocale();
  const count = (value: number | null) =>
    value === null ? t("reach:misses.few", { count: SMALLEST_SHOWN }) : formatNumber(locale, value);
  const section = sectionToChange[line.reason];
  return (
    <>
      <h3 className="font-semibold">{t(`reach:misses.${line.reason}`)}</h3>
      <p>
        <strong className="text-xl">{t("reach:misses.enterprises", { count: count(line.enterprises) })}</strong>
        {line.reason === "level" ? null : (
          <span className="muted ms-3">{t("reach:misses.only", { count: count(line.onlyThis) })}</span>
        )}
      </p>
      {line.reason === "level" ? <p>{t("reach:misses.level.text")}</p> : null}
      <MostNamed line={line} />
      <p className="mt-auto">{t(`reach:misses.do.${line.reason}`)}</p>
      <p>
        <LinkButton small to={paths.providerDesk.solutionSection(line.solutionId, section)}>
          {t("reach:misses.edit", { title: line.solutionTitle })}
        </LinkButton>
      </p>
    </>
  );
}

function MostNamed({ line: { reason, most, medianOver } }: { line: ToldMiss }) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const names = most.map((each) => t("reach:misses.most.one", { name: named(each), count: each.count }));
  const isLimit = reason === "budget" || reason === "days";
  return (
    <>
      {names.length > 0 ? (
        <p className="muted text-sm">{t("reach:misses.most", { names: formatList(locale, names) })}</p>
      ) : null}
      {isLimit && medianOver !== null ? (
        <p className="muted text-sm">{t(`reach:misses.over.${reason}`, { count: Math.round(medianOver) })}</p>
      ) : null}
    </>
  );
}
