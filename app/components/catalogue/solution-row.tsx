/**
 * A solution in a list: title, one line, four facts, provider, what to do. Plain anchors: lists ship no JavaScript, and the
 * router's links took a tenth of the time a list of twenty takes to draw.
 */
import { Bot, FlaskConical } from "lucide-react";
import { Kept } from "~/components/layout/kept";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import type { Segment } from "~/domain/search/snippets";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { FavouriteButton } from "./favourite-button";
import { FourFacts } from "./four-facts";
import { Marked } from "./marked";
import { useLangOf, Within } from "./own-words";

type RowProps = {
  card: SolutionCard;
  /** The heading level under the page's own. */
  heading?: "h2" | "h3";
  /** Id of the form that compares ticked rows. */
  compareForm?: string;
  /** Whether the reader keeps it; without it there is no button. The page holds the FavouriteForm. */
  isKept?: boolean;
  /** Where the words searched for stand; else the summary is shown as it is. */
  marks?: { title: readonly Segment[]; text: readonly Segment[] };
};

export function SolutionRow(props: RowProps) {
  return (
    <Kept
      as="li"
      id={props.card.slug}
      // What has the focus must not lie under the bar that compares.
      className="grid scroll-mt-4 gap-3 border-b [&_*]:scroll-mb-20 border-base-300 py-5 first:pt-0 last:border-b-0"
      dependsOn={props}
      draw={() => <Row {...props} />}
    />
  );
}

function Row({ card, heading: Heading = "h3", compareForm, isKept, marks }: RowProps) {
  const t = useTranslate();
  const langOf = useLangOf();
  return (
    <>
      <div>
        <Heading className="text-lg">
          <a
            href={paths.solution(card.slug)}
            lang={langOf(card.title)}
            className="text-primary underline-offset-4 hover:underline"
          >
            {marks ? <Marked segments={marks.title} /> : card.title}
          </a>
        </Heading>
        <p lang={langOf(card.summary)} className="mt-0.5 line-clamp-2 max-w-[46em]">
          {marks ? <Marked segments={marks.text} /> : card.summary}
        </p>
      </div>
      <FourFacts card={card} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
        <a href={paths.provider(card.providerSlug)} className="muted py-1.5 underline-offset-4 hover:underline">
          <Within words={card.providerName} sentence={(name) => t("search:row.provider", { name })} />
        </a>
        <RowMarks card={card} />
        <span className="no-print ms-auto flex flex-wrap items-center gap-x-3 gap-y-1">
          {compareForm ? <CompareBox card={card} form={compareForm} /> : null}
          {isKept === undefined ? null : <FavouriteButton slug={card.slug} title={card.title} isKept={isKept} />}
          <a
            href={paths.enterprise.enquiryNew({ solution: card.slug })}
            aria-label={t("search:row.ask.label", { title: card.title })}
            className="btn btn-sm min-h-11 border-base-300 bg-base-100"
          >
            {t("search:row.ask")}
          </a>
        </span>
      </div>
    </>
  );
}

function RowMarks({ card }: { card: SolutionCard }) {
  const t = useTranslate();
  return (
    <>
      {card.ai ? (
        <span className="muted inline-flex items-center gap-1">
          <Bot aria-hidden size={16} />
          {t("search:row.ai")}
        </span>
      ) : null}
      {card.trial ? (
        <span className="muted inline-flex items-center gap-1">
          <FlaskConical aria-hidden size={16} />
          {t("search:row.trial")}
        </span>
      ) : null}
    </>
  );
}

function CompareBox({ card, form }: { card: SolutionCard; form: string }) {
  const t = useTranslate();
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-2">
      <input
        type="checkbox"
        name="slug"
        value={card.slug}
        form={form}
        aria-label={t("search:row.compare.label", { title: card.title })}
        className="checkbox checkbox-sm"
      />
      {t("search:row.compare")}
    </label>
  );
}
