/** Ratings on a public page: counts always, means only of three and more, who said it by industry and city alone. */
import { Link } from "@remix-run/react";
import { Disclosure } from "~/components/clinic/act-form";
import { Section } from "~/components/kit/page";
import { ratingPoints } from "#db/vocabulary/projects";
import { LEAST_FOR_MEAN, type PublicRatings as Ratings, type ShownRating } from "~/domain/projects/public-ratings";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { RatingView } from "./rating-view";

/** The rest is folded: the page is about more than ratings. */
const OPEN = 3;

/** `showsSolution`: the page is about more than one. */
export function PublicRatings({ ratings, showsSolution }: { ratings: Ratings | null; showsSolution?: true }) {
  const t = useTranslate();
  if (ratings === null) return null;
  const { count, means, shown } = ratings;
  return (
    <Section
      id="ratings"
      title={t("quotes:public.title", { count })}
      lead={t("quotes:public.lead", { least: LEAST_FOR_MEAN })}
    >
      {means ? <Means means={means} count={count} /> : null}
      {count > shown.length ? <p className="muted mt-3">{t("quotes:public.cut", { count: shown.length })}</p> : null}
      <RatingList ratings={shown.slice(0, OPEN)} showsSolution={showsSolution} />
      {shown.length > OPEN ? (
        <div className="mt-4">
          <Disclosure title={t("quotes:public.more", { count: shown.length - OPEN })} isOpen={false}>
            <RatingList ratings={shown.slice(OPEN)} showsSolution={showsSolution} />
          </Disclosure>
        </div>
      ) : null}
    </Section>
  );
}

function RatingList({ ratings, showsSolution }: { ratings: readonly ShownRating[]; showsSolution?: true }) {
  return (
    <ul className="mt-3 flex flex-col gap-4">
      {ratings.map((rating, index) => (
        <li key={index} className="panel">
          <p className="mb-2 flex flex-wrap gap-x-3 text-sm">
            <Who rating={rating} />
          </p>
          {showsSolution ? <About solution={rating.solution} /> : null}
          <RatingView rating={rating} />
        </li>
      ))}
    </ul>
  );
}

function Means({ means, count }: { means: NonNullable<Ratings["means"]>; count: number }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <dl className="panel grid grid-cols-1 gap-3 sm:grid-cols-2">
      {ratingPoints.map((point) => (
        <div key={point}>
          <dt className="muted text-sm">{t(`quotes:point.${point}`)}</dt>
          <dd className="font-semibold">
            {t("quotes:public.mean", { mean: formatNumber(locale, means[point]), count })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Who({ rating: { industry, city, at } }: { rating: ShownRating }) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  return (
    <>
      <span className="font-semibold">
        {industry && city
          ? t("quotes:public.who", { industry: named(industry), city: named(city) })
          : t("quotes:public.who.unknown")}
      </span>
      <time dateTime={new Date(at).toISOString()} className="muted">
        {formatDate(locale, at)}
      </time>
    </>
  );
}

function About({ solution: { slug, title } }: Pick<ShownRating, "solution">) {
  const t = useTranslate();
  const words = t("quotes:public.about", { title });
  return (
    <p className="mb-2">
      {slug ? (
        <Link to={paths.solution(slug)} className="link-plain inline-block py-1">
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}
