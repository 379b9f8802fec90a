import { Calculator, TriangleAlert } from "lucide-react";
import { exceedsWhole, figureOf, type Figure, type Numbers } from "~/domain/assessment/derivation";
import type { Question } from "~/domain/assessment/scheme";
import { useTranslate } from "~/i18n/use-translate";
import { useWords } from "./use-words";

/** What the typed numbers come to and which option that is. Announced as it changes; correct without JavaScript after saving. */
export function ComputedFigure({ question, numbers }: { question: Question; numbers: Numbers }) {
  const t = useTranslate();
  if (question.derivation === null) return null;
  const isTooMuch = exceedsWhole(question.derivation, numbers);
  const figure = figureOf(question, numbers);
  if (!isTooMuch && !figure) return <output className="hidden" />;
  const Icon = isTooMuch ? TriangleAlert : Calculator;
  return (
    <output
      className={`flex items-start gap-2 rounded-field px-3 py-2 ${isTooMuch ? "bg-warning text-warning-content" : "bg-accent text-accent-content"}`}
    >
      <Icon aria-hidden size={18} className="mt-1 shrink-0" />
      {figure ? <FigureSentence question={question} figure={figure} /> : t("assessment:computed.exceeds")}
    </output>
  );
}

function FigureSentence({ question, figure }: { question: Question; figure: Figure }) {
  const t = useTranslate();
  const words = useWords();
  const chosen = question.options.find(({ value }) => value === figure.option);
  const option = chosen ? words.option(chosen) : figure.option;
  if (figure.kind === "share") {
    return <>{t("assessment:computed.share", { percent: words.number(figure.percent), option })}</>;
  }
  const params = { before: words.number(figure.before), now: words.number(figure.now), option };
  return <>{t(`assessment:computed.${isAboutRetrofit(question) ? "retrofit" : "years"}`, params)}</>;
}

/** A plain difference compares before and after; a quotient compares two years. */
function isAboutRetrofit({ derivation }: Question): boolean {
  return derivation?.kind === "change" && derivation.now.by === null;
}
