/** What stands at the head of a report: on paper a cover of its own, on a screen the same facts in a few lines. */
import { Facts, type Fact } from "~/components/kit/page";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { SignatureLines } from "./report-signatures";

/** The first sheet of the printed report. */
export function ReportCover({ page }: { page: ReportOnPage }) {
  const t = useTranslate();
  const named = useNamed();
  const facts = useReportFacts(page);
  const park = page.names.parks[page.case.parkSlug];
  return (
    <div className="hidden min-h-[250mm] flex-col print:flex print:break-after-page">
      <p className="text-center">{park ? named(park) : page.case.parkSlug}</p>
      <div className="flex flex-1 flex-col items-center justify-center gap-6 text-center">
        <p className="text-3xl font-semibold">{page.enterprise.name}</p>
        <p className="text-3xl font-semibold">{t("reports:cover.title")}</p>
        <LevelJump page={page} />
        {page.report.issuedAt === null ? <p>{t("reports:cover.draft")}</p> : null}
      </div>
      <Facts facts={facts} />
      <div className="mt-8">
        <SignatureLines page={page} />
      </div>
    </div>
  );
}

export function ReportHead({ page }: { page: ReportOnPage }) {
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:hidden">
      <Facts facts={useReportFacts(page)} />
      <LevelJump page={page} />
    </div>
  );
}

function useReportFacts({ case: about, report, expert, enterprise, names }: ReportOnPage): Fact[] {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const park = names.parks[about.parkSlug];
  const facts: Fact[] = [
    { label: t("clinic:enterprise.name"), value: enterprise.name },
    { label: t("reports:number"), value: report.id },
    { label: t("reports:version_label"), value: t("reports:version", { number: report.number }) },
  ];
  if (park) facts.push({ label: t("clinic:report.issued_by"), value: named(park) });
  if (expert)
    facts.push({ label: t("clinic:report.written_by"), value: `${expert.name} · ${expert.organisationName}` });
  if (about.visitAt !== null) facts.push({ label: t("reports:visited_on"), value: formatDate(locale, about.visitAt) });
  if (report.submittedAt !== null)
    facts.push({ label: t("reports:handed_in_on"), value: formatDate(locale, report.submittedAt) });
  facts.push({
    label: t("clinic:report.issued_on"),
    value: report.issuedAt === null ? t("clinic:report.not_issued") : formatDate(locale, report.issuedAt),
  });
  return facts;
}

/** From the level measured on site to the one aimed at. */
function LevelJump({ page: { levels, assessment, report } }: { page: ReportOnPage }) {
  const t = useTranslate();
  const from = levels?.level ?? assessment?.level ?? null;
  if (from === null && report.targetLevel === null) return null;
  return (
    <dl className="panel grid grid-cols-2 self-start text-center print:self-center">
      <LevelCell label={t("clinic:report.level_now")} level={from} />
      <LevelCell label={t("clinic:report.level_target")} level={report.targetLevel} isGoal />
    </dl>
  );
}

function LevelCell({ label, level, isGoal }: { label: string; level: number | null; isGoal?: true }) {
  const t = useTranslate();
  return (
    <div
      className={`relative flex flex-col-reverse px-4 ${isGoal ? "before:absolute before:start-0 before:top-0 before:-translate-x-1/2 before:text-2xl before:content-['→']" : ""}`}
    >
      <dt className="muted text-sm">{label}</dt>
      <dd className={`text-2xl font-semibold ${isGoal ? "text-primary" : ""}`}>
        {level === null ? t("clinic:unknown") : t("clinic:level", { level })}
      </dd>
    </div>
  );
}
