import { figures, SMALLEST_SHOWN, type FigureKey, type Figures } from "~/domain/insight/figures";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

/** Figures in large type with what they count below; hidden ones say so. */
export function FigureGrid({ values, keys, narrow }: { values: Figures; keys: readonly FigureKey[]; narrow?: true }) {
  const t = useTranslate();
  return (
    <dl className={`grid grid-cols-2 gap-x-6 gap-y-5 ${narrow ? "" : "md:grid-cols-4"}`}>
      {keys.map((key) => (
        <div key={key} className="flex flex-col-reverse justify-end border-s-2 border-primary ps-3">
          <dt className="muted text-sm">{t(`insight:figure.${key}`)}</dt>
          <dd>
            <FigureValue value={values[key]} unit={figures[key].unit} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Unit = (typeof figures)[FigureKey]["unit"];

/** A value in large type, with its measure word where the language has one. */
export function FigureValue({ value, unit }: { value: number | null; unit: Unit }) {
  const t = useTranslate();
  const locale = useLocale();
  const said = value === null ? t("insight:hidden", { count: SMALLEST_SHOWN }) : formatNumber(locale, value);
  return <span className="text-2xl font-semibold">{t(`insight:value.${unit}`, { value: said })}</span>;
}
