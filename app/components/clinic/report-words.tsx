import { useTranslate } from "~/i18n/use-translate";

/** The expert's own words, or that there are none yet. */
export function Words({ text }: { text: string }) {
  const t = useTranslate();
  return text ? (
    <p className="measure break-words whitespace-pre-line">{text}</p>
  ) : (
    <p className="muted">{t("reports:not_written")}</p>
  );
}
