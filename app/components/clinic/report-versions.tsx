/** Which version of a report this is, and the way to the others. */
import { Link } from "@remix-run/react";
import { Note } from "~/components/kit/status";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type VersionsProps = {
  page: ReportOnPage;
  /** Address of another version. */
  at: (number: number) => string;
};

/** Nothing while there is one version. */
export function ReportVersions({ page: { report, versions }, at }: VersionsProps) {
  const t = useTranslate();
  const locale = useLocale();
  const newer = versions.find(({ number }) => number > report.number);
  const earlier = versions.find(({ number }) => number < report.number);
  if (!newer && !earlier) return null;
  return (
    <div className="mb-5 flex flex-col gap-3">
      {newer ? (
        <Note tone="urgent">
          <p>
            {report.supersededAt === null
              ? t("reports:being_corrected", { note: newer.correctionNote })
              : t("reports:superseded", { number: report.number, date: formatDate(locale, report.supersededAt) })}
          </p>
          <VersionLink to={at(newer.number)} label={t("reports:to_newest", { number: newer.number })} />
        </Note>
      ) : null}
      {earlier && report.correctionNote ? (
        <Note>
          <p>{t("reports:corrected", { number: earlier.number, note: report.correctionNote })}</p>
          <VersionLink to={at(earlier.number)} label={t("reports:to_earlier", { number: earlier.number })} />
        </Note>
      ) : null}
    </div>
  );
}

function VersionLink({ to, label }: { to: string; label: string }) {
  return (
    <p className="no-print">
      <Link to={to} className="inline-block py-1 underline">
        {label}
      </Link>
    </p>
  );
}
