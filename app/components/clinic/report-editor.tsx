/** The report while it is written: its own text, findings and recommendations one by one, and what is still missing. */
import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { Editing } from "~/domain/clinic/editing";
import type { NeedChoices } from "~/domain/clinic/needs.server";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { AnswerForm } from "./comment-forms";
import { FindingEditor } from "./finding-editor";
import { FindingForm } from "./finding-form";
import { ReportChecklist } from "./report-checklist";
import { commentsOnWhole, CommentList } from "./report-comments";
import { ReportTextForm } from "./report-text-form";
import type { PickedList } from "./solution-picker";

export type EditorProps = {
  page: ReportOnPage;
  names: CaseNames;
  choices: NeedChoices;
  quarters: readonly string[];
  editing: Editing;
  picked: PickedList | null;
  answer: unknown;
  /** Address of the editor with these things open. */
  at: (query: Record<string, string>) => string;
};

export function ReportEditor(props: EditorProps) {
  const t = useTranslate();
  const { page, choices, editing, answer, at } = props;
  return (
    <>
      {page.report.correctionNote ? (
        <div className="mb-5">
          <Note tone="waiting">
            <p>{t("reports:correcting", { number: page.report.number, note: page.report.correctionNote })}</p>
            <Link to={at({ number: String(page.report.number - 1) })} className="inline-block py-1 underline">
              {t("reports:to_earlier", { number: page.report.number - 1 })}
            </Link>
          </Note>
        </div>
      ) : null}
      <WholeComments page={page} answer={answer} />
      <Section id="report-text" title={t("clinic:editor.text")}>
        <ReportTextForm page={page} answer={answer} />
      </Section>
      <Section
        id="findings"
        title={t("clinic:report.findings")}
        actions={
          editing.isAddingFinding ? undefined : (
            <LinkButton to={`${at({ add: "finding" })}#new-finding`}>{t("clinic:finding.add")}</LinkButton>
          )
        }
      >
        {page.findings.length > 0 ? (
          <ol className="flex flex-col gap-5">
            {page.findings.map((item) => (
              <FindingEditor key={item.id} item={item} {...props} />
            ))}
          </ol>
        ) : editing.isAddingFinding ? null : (
          <EmptyState title={t("clinic:finding.none")}>
            <p>{t("clinic:finding.none_lead")}</p>
          </EmptyState>
        )}
        {editing.isAddingFinding ? (
          <div id="new-finding" className="panel mt-5 p-5">
            <h3 className="mb-4 text-lg">{t("clinic:finding.add")}</h3>
            <FindingForm item={null} edit={page.report.edit} choices={choices} answer={answer} cancelTo={at({})} />
          </div>
        ) : null}
      </Section>
      <ReportChecklist page={page} />
    </>
  );
}

function WholeComments({ page, answer }: Pick<EditorProps, "page" | "answer">) {
  const t = useTranslate();
  const comments = commentsOnWhole(page.comments, page.findings);
  if (comments.length === 0) return null;
  return (
    <Section id="comments" title={t("reports:comments")}>
      <CommentList comments={comments}>{(comment) => <AnswerForm comment={comment} answer={answer} />}</CommentList>
    </Section>
  );
}
