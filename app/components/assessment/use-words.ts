import type { Option } from "~/domain/assessment/scheme-parts";
import { formatNumber } from "~/i18n/format";
import type { MessageKey } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";

const units: Record<string, MessageKey> = {
  台: "assessment:unit.piece",
  人: "assessment:unit.person",
  吨标准煤: "assessment:unit.coal",
  万元: "assessment:unit.wan",
  "万元/年": "assessment:unit.wan_year",
  "%": "assessment:unit.percent",
};

const lists = { "zh-CN": new Intl.ListFormat("zh-CN"), en: new Intl.ListFormat("en") };

/** How the words and numbers of a scheme are said in the page's language. */
export function useWords() {
  const t = useTranslate();
  const locale = useLocale();
  const pick = (zh: string, en: string) => (locale === "en" ? en : zh);
  return {
    pick,
    /** 甲、乙和丙. */
    list: (items: string[]) => lists[locale].format(items),
    number: (value: number) => formatNumber(locale, value),
    unit: (unit: string) => (units[unit] ? t(units[unit]) : unit),
    /** A range is said in words: (10%,20%] is for mathematicians. */
    option: ({ range, labelZh, labelEn }: Option) => {
      if (range === null) return pick(labelZh, labelEn);
      const { min, max } = range;
      return min === 0 ? t("assessment:range.up_to", { max }) : t("assessment:range.between", { min, max });
    },
  };
}
