/** Ratings as the public reads them: who said it by industry and city alone, means only of three and more. Pure. */
import { ratingPoints, type RatingPoint } from "#db/vocabulary/projects";

/** Fewer are shown one by one, without a mean. */
export const LEAST_FOR_MEAN = 3;

type Named = { nameZh: string; nameEn: string };

export type ShownRating = Record<RatingPoint, number> & {
  text: string;
  at: number;
  answer: string;
  answeredAt: number | null;
  industry: Named | null;
  city: Named | null;
  solution: { slug: string | null; title: string };
};

export type PublicRatings = {
  count: number;
  /** One decimal; null under three. */
  means: Record<RatingPoint, number> | null;
  /** The newest ones. */
  shown: ShownRating[];
};

/** The mean of each point with one decimal; null under three ratings. */
export function meansOf(ratings: readonly Record<RatingPoint, number>[]): Record<RatingPoint, number> | null {
  if (ratings.length < LEAST_FOR_MEAN) return null;
  const meanOf = (point: RatingPoint) =>
    Math.round((ratings.reduce((sum, rating) => sum + rating[point], 0) / ratings.length) * 10) / 10;
  const [fit, schedule, service, benefit] = ratingPoints;
  return { fit: meanOf(fit), schedule: meanOf(schedule), service: meanOf(service), benefit: meanOf(benefit) };
}
