/** A solution in a list: title, one line, four facts, provider, what to do. */
import { Link } from "@remix-run/react";
import { Bot, FlaskConical } from "lucide-react";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { FourFacts } from "./four-facts";

type RowProps = {
  card: SolutionCard;
  /** The heading level under the page's own. */
  heading?: "h2" | "h3";
  /** Id of the form that compares ticked rows. */
  compareForm?: string;
};

export function SolutionRow({ card, heading: Heading = "h3", compareForm }: RowProps) {
  const t = useTranslate();
  return (
    <li className="grid gap-3 border-b border-base-300 py-5 first:pt-0 last:border-b-0">
      <div className="flex items-start gap-x-6">
        <div className="min-w-0 flex-1">
          <Heading className="text-lg">
            <Link to={paths.solution(card.slug)} className="text-primary underline-offset-4 hover:underline">
              {card.title}
            </Link>
          </Heading>
          <p className="mt-0.5 line-clamp-2 max-w-[46em]">{card.summary}</p>
        </div>
      </div>
      <FourFacts card={card} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
        <Link to={paths.provider(card.providerSlug)} className="muted py-1.5 underline-offset-4 hover:underline">
          {t("search:row.provider", { name: card.providerName })}
        </Link>
        <Marks card={card} />
        <span className="no-print ms-auto flex items-center gap-x-5">
          {compareForm ? <CompareBox card={card} form={compareForm} /> : null}
          <Link
            to={paths.enterprise.enquiryNew({ solution: card.slug })}
            aria-label={t("search:row.ask.label", { title: card.title })}
            className="btn btn-sm min-h-11 border-base-300 bg-base-100"
          >
            {t("search:row.ask")}
          </Link>
        </span>
      </div>
    </li>
  );
}

function Marks({ card }: { card: SolutionCard }) {
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
