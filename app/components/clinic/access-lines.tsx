/** The ledger in sentences: who, of which organisation, did what, when, and by what right. */
import { Link } from "@remix-run/react";
import type { LedgerLine } from "~/domain/clinic/access-lines";
import { formatDate, formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export function AccessLines({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <ol className="rounded-box border border-base-300">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { line: LedgerLine }) {
  const t = useTranslate();
  const locale = useLocale();
  const report = useReportName()(line);
  const { byName: name, byOrganisation, count } = line;
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-b border-base-300 px-4 py-3 last:border-b-0 md:grid-cols-[minmax(0,1fr)_14rem]">
      <p className="min-w-0 break-words">
        {t(`consent:access.did.${line.kind}`, { name, organisation: byOrganisation ?? "", count, report })}
      </p>
      <p className="muted text-sm md:text-end">
        <time dateTime={new Date(line.at).toISOString()}>{formatDateTime(locale, line.at)}</time>
      </p>
      <p className="muted text-sm">
        {line.consentedAt === null ? (
          t("consent:access.by_office")
        ) : (
          <Link to={paths.enterprise.sharing(line.diagnosisId)} className="link-plain">
            {t("consent:access.by_consent", { day: formatDate(locale, line.consentedAt) })}
          </Link>
        )}
      </p>
    </li>
  );
}

/** A report as one chooses among several. */
export function useReportName(): (report: { number: number; issuedAt: number | null }) => string {
  const t = useTranslate();
  const locale = useLocale();
  return ({ number, issuedAt }) =>
    issuedAt === null
      ? t("consent:report_in_writing", { number })
      : t("consent:report_name", { number, day: formatDate(locale, issuedAt) });
}
