/** One rating: its four points in words, what was said, and the provider's answer. */
import { ratingPoints, type RatingPoint } from "#db/vocabulary/projects";
import { formatDate } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export const grades = [5, 4, 3, 2, 1] as const;

type Said = Record<RatingPoint, number> & { text: string; answer: string; answeredAt: number | null };

export function RatingView({ rating }: { rating: Said }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4">
        {ratingPoints.map((point) => (
          <div key={point}>
            <dt className="muted text-sm">{t(`quotes:point.${point}`)}</dt>
            <dd className="font-semibold">{gradeWords(t, rating[point])}</dd>
          </div>
        ))}
      </dl>
      <p className="measure mt-2 break-words whitespace-pre-line">{rating.text}</p>
      {rating.answeredAt === null ? null : (
        <div className="mt-3 border-s-4 border-base-300 ps-3">
          <p className="muted text-sm">{t("quotes:public.answer", { date: formatDate(locale, rating.answeredAt) })}</p>
          <p className="measure break-words whitespace-pre-line">{rating.answer}</p>
        </div>
      )}
    </>
  );
}

function gradeWords(t: Translate, said: number): string {
  const grade = grades.find((one) => one === said);
  return grade === undefined ? "" : t("quotes:grade.said", { grade, word: t(`quotes:grade.${grade}`) });
}
