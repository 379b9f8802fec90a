import type { Points, ScoredDimension } from "~/domain/assessment/result";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { useWords } from "./use-words";

/** Points by dimension and, under each, by indicator. */
export function ScoreBreakdown({ dimensions }: { dimensions: ScoredDimension[] }) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-3">
      {dimensions.map((dimension) => (
        <DimensionPanel key={dimension.key} dimension={dimension} />
      ))}
    </div>
  );
}

function DimensionPanel({ dimension }: { dimension: ScoredDimension }) {
  const t = useTranslate();
  const named = useNamed();
  const words = useWords();
  return (
    <section aria-labelledby={`dimension-${dimension.key}`} className="panel">
      <div className="flex items-baseline justify-between gap-3">
        <h3 id={`dimension-${dimension.key}`} className="text-base">
          {named(dimension)}
        </h3>
        <p className="whitespace-nowrap">
          <strong className="text-2xl font-semibold">{words.number(dimension.score)}</strong>
          <span className="muted"> / {words.number(dimension.maxScore)}</span>
        </p>
      </div>
      <Bar points={dimension} isThick />
      <table className="mt-3 w-full text-sm">
        <caption className="sr-only">{named(dimension)}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("assessment:result.indicator")}</th>
            <th scope="col">{t("assessment:result.score")}</th>
          </tr>
        </thead>
        <tbody>
          {dimension.indicators.map((indicator) => (
            <tr key={indicator.key} className="align-top">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                {named(indicator)}
                <Bar points={indicator} />
              </th>
              <td className="py-1.5 text-end whitespace-nowrap">
                {t("assessment:result.score_of", {
                  score: words.number(indicator.score),
                  max: words.number(indicator.maxScore),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The share of the maximum, as a bar beside the figures. */
function Bar({ points: { score, maxScore }, isThick = false }: { points: Points; isThick?: boolean }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      className={`mt-1 block w-full ${isThick ? "h-2.5" : "h-1"}`}
    >
      <rect width={100} height={1} className="fill-base-300" />
      <rect width={maxScore > 0 ? (score / maxScore) * 100 : 0} height={1} className="fill-primary" />
    </svg>
  );
}
