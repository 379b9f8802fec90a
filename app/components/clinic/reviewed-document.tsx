/** The report as reviewers read it: every comment where it belongs, and the place to add one. */
import { Section } from "~/components/kit/page";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { CommentAdd } from "./comment-forms";
import { commentsOnWhole, CommentList } from "./report-comments";
import { ReportDocument } from "./report-document";

type ReviewedProps = {
  page: ReportOnPage;
  /** For reviewers: what is open for a comment, and what was answered to it. */
  commenting?: Commenting;
};

export type Commenting = {
  /** The finding whose form is open. */
  openFor: string | null;
  answer: unknown;
  at: (query: Record<string, string>) => string;
};

export function ReviewedDocument({ page, commenting }: ReviewedProps) {
  const t = useTranslate();
  const open = page.report.status === "in_review" ? commenting : undefined;
  const whole = commentsOnWhole(page.comments, page.findings);
  return (
    <>
      <ReportDocument
        page={page}
        commentsOf={(findingId) => (
          <div className="no-print">
            <CommentList comments={page.comments.filter((comment) => comment.findingId === findingId)} />
            {open ? (
              <CommentAdd
                findingId={findingId}
                label={t("reports:comment.add_finding", { no: noOf(page, findingId) })}
                {...open}
              />
            ) : null}
          </div>
        )}
      />
      {open || whole.length > 0 ? (
        <div className="no-print">
          <Section id="comments" title={t("reports:comments")} lead={t("reports:comments_lead")}>
            {whole.length === 0 ? <p className="muted">{t("reports:comments_none")}</p> : null}
            <CommentList comments={whole} />
            {open ? <CommentAdd findingId={null} label={t("reports:comment.add_whole")} {...open} /> : null}
          </Section>
        </div>
      ) : null}
    </>
  );
}

function noOf(page: ReportOnPage, findingId: string): number {
  return page.findings.find(({ id }) => id === findingId)?.no ?? 0;
}
