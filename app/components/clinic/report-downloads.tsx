/** The report as a file to keep, send or sign: the version that the page shows. */
import { FileDown } from "lucide-react";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import type { paths } from "~/paths";

type Audience = Pick<(typeof paths)["enterprise"], "reportPdf" | "reportDocx">;

export function ReportDownloads({ page: { case: about, report }, at }: { page: ReportOnPage; at: Audience }) {
  const t = useTranslate();
  const version = { number: String(report.number) };
  return (
    <nav aria-label={t("papers:download")} className="no-print mb-5 flex flex-wrap items-center gap-x-3 gap-y-2">
      <Download href={at.reportPdf(about.id, version)} label={t("papers:download.pdf")} />
      <Download href={at.reportDocx(about.id, version)} label={t("papers:download.docx")} />
      {report.status === "draft" ? <span className="muted text-sm">{t("papers:download.draft")}</span> : null}
    </nav>
  );
}

/** Not a Link: the answer is a file, whoever follows it. */
function Download({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className="btn min-h-11 border-base-300 bg-base-100">
      <FileDown aria-hidden size={18} />
      {label}
    </a>
  );
}
