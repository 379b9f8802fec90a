import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

/** On paper only: where the page is from and of which day, and that it shows a made-up world. */
export function PrintedSource({ on, isDemo }: { on: string; isDemo: boolean }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <p className="mb-4 hidden text-sm print:block">
      {t("common:printed", { date: formatDate(locale, on) })} {isDemo ? <strong>{t("common:demo.note")}</strong> : null}
    </p>
  );
}
