/** Solutions side by side, one row a field; rows in which they differ are marked in words. */
import { Link } from "@remix-run/react";
import { ComparedRowHead, ScrollingTable } from "~/components/kit/table";
import { comparedFields, type ComparedField } from "~/domain/catalogue/comparison";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import type { SolutionContent } from "~/domain/catalogue/solution-sections";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { DeployDays } from "./deploy-days";
import { FavouriteButton } from "./favourite-button";
import { useFieldValues } from "./field-values";
import { FourFacts } from "./four-facts";

export type Compared = { card: SolutionCard; content: SolutionContent; names: NamedCodes; isKept: boolean };

type Props = {
  compared: readonly Compared[];
  differing: ReadonlySet<ComparedField>;
  /** Rows that are the same everywhere are left out. */
  onlyDifferences: boolean;
  /** Whether the reader may ask providers, or may once signed in. */
  canAsk: boolean;
  /** The address of this comparison with other solutions. */
  addressOf: (slugs: readonly string[]) => string;
};

export function ComparisonTable({ compared, differing, onlyDifferences, canAsk, addressOf }: Props) {
  const t = useTranslate();
  const slugs = compared.map(({ card }) => card.slug);
  const fields = comparedFields.filter((field) => !onlyDifferences || differing.has(field));
  return (
    <ScrollingTable
      caption={t("search:compare.title")}
      role="region"
      className="compared panel p-0"
      tableClassName="desk-table table-fixed"
    >
      <thead>
        <tr>
          <th scope="col" className="start-0 z-10 w-32 sm:w-36">
            {t("search:compare.item")}
          </th>
          {compared.map((each) => (
            <th key={each.card.slug} scope="col" className="w-48 !whitespace-normal sm:w-60">
              <ColumnHead
                {...each}
                canAsk={canAsk}
                withoutIt={addressOf(slugs.filter((slug) => slug !== each.card.slug))}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <ComparedRowHead label={t("search:facts.title")} difference={null} />
          {compared.map(({ card }) => (
            <td key={card.slug}>
              <FourFacts card={card} stacked />
            </td>
          ))}
        </tr>
        {fields.map((field) => (
          <FieldRow key={field} field={field} compared={compared} differs={differing.has(field)} />
        ))}
      </tbody>
    </ScrollingTable>
  );
}

type HeadProps = Pick<Compared, "card" | "isKept"> & { canAsk: boolean; withoutIt: string };

function ColumnHead({ card, isKept, canAsk, withoutIt }: HeadProps) {
  const t = useTranslate();
  return (
    <div className="grid gap-1">
      <Link to={paths.solution(card.slug)} className="link-plain text-base">
        {card.title}
      </Link>
      <Link
        to={paths.provider(card.providerSlug)}
        className="muted py-1 font-normal underline-offset-4 hover:underline"
      >
        {card.providerName}
      </Link>
      <span className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 font-normal">
        {canAsk ? (
          <Link
            to={paths.enterprise.enquiryNew({ solution: card.slug })}
            aria-label={t("search:row.ask.label", { title: card.title })}
            className="link-plain inline-flex min-h-11 items-center"
          >
            {t("search:row.ask")}
          </Link>
        ) : null}
        <FavouriteButton slug={card.slug} title={card.title} isKept={isKept} />
        <Link
          to={withoutIt}
          aria-label={t("search:compare.remove.label", { title: card.title })}
          className="muted inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {t("search:compare.remove")}
        </Link>
      </span>
    </div>
  );
}

function FieldRow({
  field,
  compared,
  differs,
}: {
  field: ComparedField;
  compared: Props["compared"];
  differs: boolean;
}) {
  const t = useTranslate();
  const valueOf = useFieldValues();
  const isAnyMeasured = compared.some(({ card }) => card.areDaysMeasured);
  return (
    <tr>
      <ComparedRowHead
        label={t(`catalogue:field.${field}`)}
        difference={differs ? t("search:compare.differs") : null}
      />
      {compared.map(({ card, content, names }) => (
        <td key={card.slug} className={`text-sm break-words whitespace-pre-line ${differs ? "" : "muted"}`}>
          {field === "deployDays" ? (
            <DeployDays card={card} declaredDays={content.deployDays} isBesideMeasured={isAnyMeasured} />
          ) : (
            valueOf(field, { content, names })
          )}
        </td>
      ))}
    </tr>
  );
}
