/** To say something about a finding or the whole report, and to answer it. */
import { Button, LinkButton } from "~/components/kit/button";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { ShownComment } from "~/domain/clinic/report-comments.server";
import { useTranslate } from "~/i18n/use-translate";
import { Disclosure } from "./act-form";
import { answerFor } from "./answer-for";

/** In the address: the finding whose form is open, or this. */
export const WHOLE_REPORT = "whole";

type AddProps = {
  /** Null: the whole report. */
  findingId: string | null;
  label: string;
  /** The finding whose form is open. */
  openFor: string | null;
  answer: unknown;
  /** Address of the page with these things open. */
  at: (query: Record<string, string>) => string;
};

/** A link until it is wanted: a report has up to 200 findings, and a form for each would be most of the page. */
export function CommentAdd({ findingId, label, openFor, answer, at }: AddProps) {
  const name = findingId ?? WHOLE_REPORT;
  const place = findingId ?? "comments";
  if (openFor !== name)
    return (
      <p className="no-print mt-3">
        <LinkButton to={`${at({ comment: name })}#${place}`} small>
          {label}
        </LinkButton>
      </p>
    );
  return <CommentForm findingId={findingId} label={label} answer={answer} cancelTo={`${at({})}#${place}`} />;
}

type FormProps = Pick<AddProps, "findingId" | "label" | "answer"> & { cancelTo: string };

function CommentForm({ findingId, label, answer, cancelTo }: FormProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ text: string }>({ id: "form-comment", answer: answerFor(answer, "comment") });
  return (
    <div className="no-print mt-3">
      <PostForm form={form}>
        <ErrorSummary form={form} labels={{ text: label }} />
        <input type="hidden" name="intent" value="comment" />
        <input type="hidden" name="findingId" value={findingId ?? ""} />
        <TextArea field={fields.text} label={label} rows={3} maxLength={2000} />
        <div className="flex flex-wrap gap-3">
          <Button>{t("reports:comment.submit")}</Button>
          <LinkButton to={cancelTo} tone="quiet">
            {t("clinic:editor.cancel")}
          </LinkButton>
        </div>
      </PostForm>
    </div>
  );
}

/** The author answers; open at once while there is no answer. */
export function AnswerForm({ comment, answer }: { comment: ShownComment; answer: unknown }) {
  const t = useTranslate();
  const own = answerFor(answer, "answer_comment");
  const isMine = isAbout(own, comment.id);
  const [form, fields] = useFormOf<{ text: string }>({
    id: `answer-${comment.id}`,
    answer: isMine ? own : undefined,
    defaults: { text: comment.answer },
  });
  const label = t("reports:comment.answer");
  const title = t(comment.answer ? "reports:comment.answer_again" : "reports:comment.answer_submit");
  return (
    <div className="mt-3">
      <Disclosure title={title} isOpen={isMine}>
        <PostForm form={form}>
          <ErrorSummary form={form} labels={{ text: label }} />
          <input type="hidden" name="intent" value="answer_comment" />
          <input type="hidden" name="id" value={comment.id} />
          <TextArea field={fields.text} label={label} rows={3} maxLength={2000} />
          <div>
            <Button>{t("reports:comment.answer_submit")}</Button>
          </div>
        </PostForm>
      </Disclosure>
    </div>
  );
}

function isAbout(answer: unknown, id: string): boolean {
  if (typeof answer !== "object" || answer === null || !("initialValue" in answer)) return false;
  const { initialValue } = answer;
  return typeof initialValue === "object" && initialValue !== null && "id" in initialValue && initialValue.id === id;
}
