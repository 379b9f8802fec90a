/** The small forms both sides share: a text to send, and an end with its reason. */
import type { ReactNode } from "react";
import { Disclosure } from "~/components/clinic/act-form";
import { answerFor } from "~/components/clinic/answer-for";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { reasonsOf, type EnquirySide } from "~/domain/projects/enquiry-status";
import { useTranslate } from "~/i18n/use-translate";

type EndProps = { intent: "decline" | "withdraw"; side: EnquirySide; answer: unknown; title: string; lead: string };

/** A negative step: a reason from the list and words for the other side. */
export function EndForm({ intent, side, answer, title, lead }: EndProps) {
  const t = useTranslate();
  const own = answerFor(answer, intent);
  const [form, fields] = useFormOf<{ reason: string; text: string }>({ id: `form-${intent}`, answer: own });
  const labels = { reason: t("projects:reason"), text: t("projects:reason.text") };
  const options = reasonsOf[side].map((reason) => ({ value: reason, label: t(`projects:reason.${reason}`) }));
  return (
    <Disclosure title={title} isOpen={own !== undefined}>
      <PostForm form={form}>
        <p className="measure muted">{lead}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value={intent} />
        <RadioGroup field={fields.reason} label={labels.reason} options={options} />
        <TextArea field={fields.text} label={labels.text} rows={3} maxLength={2000} />
        <div>
          <Button tone="danger">{title}</Button>
        </div>
      </PostForm>
    </Disclosure>
  );
}

/** Words to the other side. */
export function ReplyForm({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ text: string }>({ id: "form-reply", answer: answerFor(answer, "reply") });
  return (
    <PostForm form={form} className="no-print flex flex-col gap-3">
      <ErrorSummary form={form} labels={{ text: t("projects:reply") }} />
      <input type="hidden" name="intent" value="reply" />
      <TextArea field={fields.text} label={t("projects:reply")} rows={3} maxLength={2000} />
      <div>
        <Button tone="plain">{t("projects:reply.submit")}</Button>
      </div>
    </PostForm>
  );
}

/** A step without words. */
export function ActButton({ intent, children }: { intent: string; children: ReactNode }) {
  return (
    <PostForm form={{ id: `form-${intent}` }} className="inline-flex">
      <input type="hidden" name="intent" value={intent} />
      <Button>{children}</Button>
    </PostForm>
  );
}
