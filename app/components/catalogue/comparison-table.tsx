/** Solutions side by side, one row a field; rows in which they differ are marked in words. */
import { Link } from "@remix-run/react";
import { Diff } from "lucide-react";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import type { SolutionContent, SolutionField } from "~/domain/catalogue/solution-sections";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useFieldValues } from "./field-values";
import { FourFacts } from "./four-facts";

export type Compared = { card: SolutionCard; content: SolutionContent; names: NamedCodes };

/** What people decide by comes first, prose last. */
const rows: readonly SolutionField[] = [
  "scenarios",
  "industries",
  "deployment",
  "priceModel",
  "priceMinFen",
  "priceMaxFen",
  "firstYearCostFen",
  "deployDays",
  "levelFrom",
  "levelTo",
  "hardware",
  "trial",
  "ai",
  "regions",
  "parks",
  "functions",
  "effects",
  "service",
  "dataExport",
  "security",
];

export function ComparisonTable({ compared }: { compared: readonly Compared[] }) {
  const t = useTranslate();
  const slugs = compared.map(({ card }) => card.slug);
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={t("search:compare.title")} tabIndex={0} className="panel overflow-x-auto p-0">
      <table className="desk-table">
        <caption className="sr-only">{t("search:compare.title")}</caption>
        <thead>
          <tr>
            <th scope="col" className="start-0 z-10 w-32 min-w-28">
              {t("search:compare.item")}
            </th>
            {compared.map(({ card }) => (
              <th key={card.slug} scope="col" className="min-w-60 !whitespace-normal">
                <ColumnHead card={card} others={slugs.filter((slug) => slug !== card.slug)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <RowHead label={t("search:facts.title")} differs={false} />
            {compared.map(({ card }) => (
              <td key={card.slug}>
                <FourFacts card={card} stacked />
              </td>
            ))}
          </tr>
          {rows.map((field) => (
            <FieldRow key={field} field={field} compared={compared} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead({ card, others }: { card: SolutionCard; others: string[] }) {
  const t = useTranslate();
  return (
    <div className="grid gap-1">
      <Link to={paths.solution(card.slug)} className="link-plain text-base">
        {card.title}
      </Link>
      <Link to={paths.provider(card.providerSlug)} className="muted font-normal underline-offset-4 hover:underline">
        {card.providerName}
      </Link>
      <span className="no-print flex flex-wrap gap-x-4 font-normal">
        <Link
          to={paths.enterprise.enquiryNew({ solution: card.slug })}
          aria-label={t("search:row.ask.label", { title: card.title })}
          className="link-plain inline-flex min-h-9 items-center"
        >
          {t("search:row.ask")}
        </Link>
        <Link
          to={paths.compare(others)}
          aria-label={t("search:compare.remove.label", { title: card.title })}
          className="muted inline-flex min-h-9 items-center underline underline-offset-4"
        >
          {t("search:compare.remove")}
        </Link>
      </span>
    </div>
  );
}

function FieldRow({ field, compared }: { field: SolutionField; compared: readonly Compared[] }) {
  const t = useTranslate();
  const valueOf = useFieldValues();
  const different = new Set(compared.map(({ content }) => JSON.stringify(content[field]))).size > 1;
  return (
    <tr>
      <RowHead label={t(`catalogue:field.${field}`)} differs={different} />
      {compared.map(({ card, content, names }) => (
        <td key={card.slug} className={`text-sm whitespace-pre-line ${different ? "" : "muted"}`}>
          {valueOf(field, { content, names })}
        </td>
      ))}
    </tr>
  );
}

function RowHead({ label, differs }: { label: string; differs: boolean }) {
  const t = useTranslate();
  return (
    <th scope="row" className="sticky start-0 z-[1] bg-base-200 text-sm font-semibold">
      {label}
      {differs ? (
        <span className="mt-1 flex items-center gap-1 font-normal text-primary">
          <Diff aria-hidden size={14} />
          {t("search:compare.differs")}
        </span>
      ) : null}
    </th>
  );
}
