/** The value of each field of a version in words, for previews and for whoever moderates. */
import type { ReactNode } from "react";
import type { Locale } from "#db/vocabulary/identity";
import { Tag } from "~/components/kit/status";
import type { Named, NamedCodes } from "~/domain/catalogue/named-codes";
import type { SolutionContent, SolutionField } from "~/domain/catalogue/solution-sections";
import { formatMoneyExact } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";

type Shown = { content: SolutionContent; names: NamedCodes };

/** Answers a function that says a field's value; what is not filled in says so. */
export function useFieldValues() {
  const t = useTranslate();
  const locale = useLocale();
  return (field: SolutionField, { content, names }: Shown): ReactNode => {
    switch (field) {
      case "industries":
        return <Names names={names.industries} none={t("catalogue:all_industries")} />;
      case "scenarios":
        return <Names names={names.scenarios} none={t("common:unknown")} />;
      case "parks":
      case "regions":
        return (
          <Names names={names[field]} none={isEverywhere(content) ? t("catalogue:everywhere") : t("common:none")} />
        );
      case "deployment":
        return (
          <Tags
            labels={content.deployment.map((each) => t(`catalogue:deployment.${each}`))}
            none={t("common:unknown")}
          />
        );
      case "keywords":
        return <Tags labels={content.keywords} none={t("common:none")} />;
      case "priceModel":
        return content.priceModel ? t(`catalogue:price_model.${content.priceModel}`) : t("common:unknown");
      case "trial":
      case "ai":
        return content[field] ? t("common:yes") : t("common:no");
      case "levelFrom":
      case "levelTo":
        return content[field] === null ? t("common:unknown") : t("catalogue:level", { level: content[field] });
      default:
        return plainValue(t, locale, field, content);
    }
  };
}

type PlainField = Exclude<
  SolutionField,
  | "industries"
  | "scenarios"
  | "parks"
  | "regions"
  | "deployment"
  | "keywords"
  | "priceModel"
  | "trial"
  | "ai"
  | "levelFrom"
  | "levelTo"
>;

function plainValue(t: Translate, locale: Locale, field: PlainField, content: SolutionContent): string {
  const value = content[field];
  if (value === null || value === "") return t("common:unknown");
  if (typeof value === "string") return value;
  return field === "deployDays" ? t("catalogue:days", { days: value }) : formatMoneyExact(locale, value);
}

function isEverywhere({ parks, regions }: SolutionContent): boolean {
  return parks.length === 0 && regions.length === 0;
}

function Names({ names, none }: { names: Named[]; none: string }) {
  const named = useNamed();
  return <Tags labels={names.map(named)} none={none} />;
}

function Tags({ labels, none }: { labels: string[]; none: string }) {
  if (labels.length === 0) return none;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {labels.map((label) => (
        <li key={label}>
          <Tag>{label}</Tag>
        </li>
      ))}
    </ul>
  );
}
