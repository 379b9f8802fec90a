/** Matches as rows that scan: what it is and its four facts on the left, why on the right, the action below. */
import { Link } from "@remix-run/react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { FourFacts } from "~/components/catalogue/four-facts";
import { LinkButton } from "~/components/kit/button";
import { PickBox } from "~/components/projects/ask-several";
import type { MatchLine } from "./match-line";
import { WhyThis } from "./why-this";

type ListProps = {
  lines: readonly MatchLine[];
  label: string;
  /** Where an enterprise asks the provider; a visitor only reads. */
  askTo?: (slug: string) => string;
  /** Id of the form in which several are ticked to be asked at once. */
  pickForm?: string;
};

export function MatchList({ lines, label, askTo, pickForm }: ListProps) {
  return (
    <ol aria-label={label} className="flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.card.slug} className="panel grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_21rem] lg:p-5">
          <Listing card={line.card} askTo={askTo} pickForm={pickForm} />
          <div className="lg:border-s lg:border-base-300 lg:ps-6">
            <WhyThis why={line.why} />
          </div>
        </li>
      ))}
    </ol>
  );
}

type ListingProps = Pick<ListProps, "askTo" | "pickForm"> & { card: MatchLine["card"] };

function Listing({ card, askTo, pickForm }: ListingProps) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="text-lg">
          <Link to={paths.solution(card.slug)} className="text-primary underline-offset-4 hover:underline">
            {card.title}
          </Link>
        </h3>
        <p className="text-sm">
          <Link
            to={paths.provider(card.providerSlug)}
            className="muted inline-block py-1 underline-offset-4 hover:underline"
          >
            {card.providerName}
          </Link>
        </p>
        <p className="measure">{card.summary}</p>
      </div>
      <FourFacts card={card} />
      <p className="no-print mt-auto flex flex-wrap gap-2">
        {askTo ? (
          <LinkButton to={askTo(card.slug)} tone="primary">
            {t("matching:ask")}
          </LinkButton>
        ) : null}
        <LinkButton to={paths.solution(card.slug)}>{t("matching:read")}</LinkButton>
        {pickForm ? <PickBox form={pickForm} slug={card.slug} title={card.title} /> : null}
      </p>
    </div>
  );
}
