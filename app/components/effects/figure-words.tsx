import { changePercent, type EffectFigure } from "~/domain/effects/comparison";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

/** 换线时间：4 小时 → 2.5 小时（减少 38%）. */
export function useFigureWords() {
  const t = useTranslate();
  const locale = useLocale();
  return (figure: EffectFigure) => {
    const { metric, unit, before, after } = figure;
    const amount = (value: number) => t(`effects:amount.${unit}`, { amount: formatNumber(locale, value) });
    const values = { metric: t(`effects:metric.${metric}`), before: amount(before), after: amount(after) };
    const percent = changePercent(figure);
    if (percent === null) return t("effects:figure", values);
    return t("effects:figure.changed", { ...values, change: changeWords(t, percent) });
  };
}

/** 减少 38% · 增加 12% · 没有变化. */
export function changeWords(t: ReturnType<typeof useTranslate>, percent: number): string {
  if (percent === 0) return t("effects:change.none");
  const share = Math.abs(percent);
  return percent < 0 ? t("effects:change.less", { share }) : t("effects:change.more", { share });
}

export function FigureWords({ figures }: { figures: readonly EffectFigure[] }) {
  const t = useTranslate();
  const words = useFigureWords();
  if (figures.length === 0) return <span className="muted">{t("effects:figures.none")}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {figures.map((figure) => (
        <li key={figure.metric}>{words(figure)}</li>
      ))}
    </ul>
  );
}
