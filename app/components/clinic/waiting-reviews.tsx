import { Link } from "@remix-run/react";
import { Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import type { WaitingReview } from "~/domain/clinic/second-opinions.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

/** Reports of other experts that a park asked about; nothing while there are none. */
export function WaitingReviews({ reviews }: { reviews: readonly WaitingReview[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (reviews.length === 0) return null;
  return (
    <Section id="reviews" title={t("reports:reviews.title")}>
      <ul className="flex flex-col divide-y divide-base-300 rounded-box border border-base-300">
        {reviews.map(({ reportId, enterpriseName, submittedAt, isGiven }) => (
          <li key={reportId} className="flex flex-wrap items-center gap-x-4 gap-y-1 p-4">
            <Link to={paths.expert.review(reportId)} className="link-plain min-w-0 flex-1 basis-60 py-1 break-words">
              {t("clinic:report.of", { enterprise: enterpriseName })}
            </Link>
            {submittedAt === null ? null : (
              <span className="muted text-sm">
                {t("reports:reviews.handed_in", { date: formatDate(locale, submittedAt) })}
              </span>
            )}
            <StatusBadge tone={isGiven ? "done" : "waiting"}>
              {t(isGiven ? "reports:reviews.given" : "reports:reviews.waiting")}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
