/**
 * A report as a document, by the sections of db/reference/workflow-practice.json: what was found, why it matters, what to do,
 * by when and for how much. Prints on A4 with a cover.
 */
import type { ReactNode } from "react";
import { Section } from "~/components/kit/page";
import type { ReportOnPage, ShownRecommendation } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { ReportCover, ReportHead } from "./report-cover";
import { FindingBlock } from "./report-finding";
import { ReportGap, ReportLevels } from "./report-levels";
import { ReportOverview } from "./report-overview";
import { ReportAwards, ReportRoadmap, ReportSolutions } from "./report-plan";
import { ReportPriorities } from "./report-priorities";
import { ReportSignatures } from "./report-signatures";
import { Words } from "./report-words";

export type DocumentProps = {
  page: ReportOnPage;
  /** What this reader can do with one recommendation. */
  actionsOf?: (item: ShownRecommendation) => ReactNode;
  /** What reviewers said of a finding, and the place to say more. */
  commentsOf?: (findingId: string) => ReactNode;
};

export function ReportDocument({ page, actionsOf, commentsOf }: DocumentProps) {
  const t = useTranslate();
  const { report, findings, names } = page;
  return (
    <article>
      <ReportCover page={page} />
      <ReportHead page={page} />
      <ReportOverview page={page} />
      <ReportLevels page={page} />
      <ReportTexts summary={report.summary} analysis={report.analysis} />
      <Section
        id="findings"
        title={t("reports:part.findings")}
        lead={t("clinic:report.findings_lead", { count: findings.length })}
      >
        <ol className="flex flex-col gap-6">
          {findings.map((item) => (
            <FindingBlock key={item.id} item={item} names={names} photos={page.photos} actionsOf={actionsOf}>
              {commentsOf?.(item.id)}
            </FindingBlock>
          ))}
        </ol>
      </Section>
      <ReportGap page={page} />
      <ReportPriorities page={page} />
      <ReportSolutions page={page} />
      <ReportRoadmap page={page} />
      <ReportAwards page={page} />
      <ReportSignatures page={page} />
    </article>
  );
}

/** The expert's text, and beside it, first on a phone, the same in plain words. */
function ReportTexts({ summary, analysis }: { summary: string; analysis: string }) {
  const t = useTranslate();
  return (
    <div className="mt-8 grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem] *:mt-0">
      <div className="self-start rounded-box border-2 border-primary p-5 lg:order-last">
        <Section id="summary" title={t("reports:part.summary")}>
          <Words text={summary} />
        </Section>
      </div>
      <Section id="analysis" title={t("reports:part.analysis")}>
        <Words text={analysis} />
      </Section>
    </div>
  );
}
