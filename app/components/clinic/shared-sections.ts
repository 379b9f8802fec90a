import type { ReportSection } from "#db/vocabulary/clinic";
import { formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

/** What a consent covers, in words. */
export function useSections(): (one: { sections: readonly ReportSection[]; withFiles: boolean }) => string {
  const t = useTranslate();
  const locale = useLocale();
  return ({ sections, withFiles }) => {
    const words = sections.map((section) => t(`consent:section.${section}`));
    // Photos belong to findings: without those there is nothing they could be shown with.
    const hasPhotos = withFiles && sections.includes("findings");
    return formatList(locale, hasPhotos ? [...words, t("consent:photos")] : words);
  };
}
