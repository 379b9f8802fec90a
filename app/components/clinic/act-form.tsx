/** The small forms of a case page: one button, or a reason with words, each with its own errors and kept text. */
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type Tone } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { DiagnosisReason } from "#db/vocabulary/clinic";
import { useTranslate } from "~/i18n/use-translate";
import { answerFor } from "./answer-for";

type StepButtonProps = { intent: string; edit: number; children: ReactNode; tone?: Tone };

/** A step that needs no words. */
export function StepButton({ intent, edit, children, tone }: StepButtonProps) {
  return (
    <PostForm form={{ id: `step-${intent}` }} className="inline-flex">
      <Hidden intent={intent} edit={edit} />
      <Button tone={tone}>{children}</Button>
    </PostForm>
  );
}

export function Hidden({ intent, edit }: { intent: string; edit: number }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="edit" value={edit} />
    </>
  );
}

type DisclosureProps = { title: string; isOpen: boolean; children: ReactNode };

/** A form that stays folded until it is wanted, or its answer is on the page. */
export function Disclosure({ title, isOpen, children }: DisclosureProps) {
  return (
    <details open={isOpen} className="group rounded-box border border-base-300">
      <summary className="flex min-h-11 items-center gap-2 px-3 py-2 font-semibold marker:content-none">
        <ChevronRight aria-hidden size={18} className="transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="border-t border-base-300 p-4">{children}</div>
    </details>
  );
}

type ReasonShape = { reason: string; text: string };
type ReasonFormProps = {
  intent: string;
  edit: number;
  answer: unknown;
  title: string;
  lead: string;
  reasons: readonly DiagnosisReason[];
  submit: string;
  isTextOptional?: true;
};

/** A negative step: a reason from the list and words that show the way forward. */
export function ReasonForm({ intent, edit, answer, title, lead, reasons, submit, isTextOptional }: ReasonFormProps) {
  const t = useTranslate();
  const own = answerFor(answer, intent);
  const [form, fields] = useFormOf<ReasonShape>({ id: `form-${intent}`, answer: own });
  const labels = { reason: t("clinic:reason"), text: t("clinic:reason.text") };
  const options = reasons.map((reason) => ({ value: reason, label: t(`clinic:reason.${reason}`) }));
  return (
    <Disclosure title={title} isOpen={own !== undefined}>
      <PostForm form={form}>
        <p className="measure muted">{lead}</p>
        <ErrorSummary form={form} labels={labels} />
        <Hidden intent={intent} edit={edit} />
        <SelectField field={fields.reason} label={labels.reason} options={options} width="short" />
        <TextArea field={fields.text} label={labels.text} optional={isTextOptional} maxLength={2000} />
        <div>
          <Button tone="danger">{submit}</Button>
        </div>
      </PostForm>
    </Disclosure>
  );
}

type NoteFormProps = {
  intent: string;
  edit: number;
  answer: unknown;
  label: string;
  hint?: string;
  submit: string;
  tone?: Tone;
  optional?: true;
};

/** A step with a free note. */
export function NoteFormFields({ intent, edit, answer, label, hint, submit, tone, optional }: NoteFormProps) {
  const [form, fields] = useFormOf<{ note: string }>({ id: `form-${intent}`, answer: answerFor(answer, intent) });
  return (
    <PostForm form={form} className="flex flex-col gap-4">
      <ErrorSummary form={form} labels={{ note: label }} />
      <Hidden intent={intent} edit={edit} />
      <TextArea field={fields.note} label={label} hint={hint} optional={optional} rows={3} maxLength={2000} />
      <div>
        <Button tone={tone}>{submit}</Button>
      </div>
    </PostForm>
  );
}
