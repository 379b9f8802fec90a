import type { FormMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { moderationReasons, type ModerationDecision } from "#db/vocabulary/moderation";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { SelectField, TextArea, type AnyField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { ProviderDecision } from "~/domain/moderation/decision-form";
import { groundsOf } from "~/domain/moderation/decision-rules";
import { useTranslate } from "~/i18n/use-translate";
import { CannedSentences } from "./canned-sentences";

type Props = {
  open: readonly ModerationDecision[];
  answer: unknown;
  /** What the moderator sees: sent back so that a later edit is noticed. */
  seenEdit: number;
};

/** Taking a decision on a provider: which, why in a word, and in words. */
export function DecisionPanel({ open, answer, seenEdit }: Props) {
  const [form, fields] = useFormOf<ProviderDecision>({
    id: "decide",
    answer,
    defaults: { decision: open.length === 1 ? open[0] : undefined },
  });
  return (
    <DecisionForm open={open} form={form} fields={fields}>
      <input type="hidden" name="seenEdit" value={seenEdit} />
    </DecisionForm>
  );
}

type FormProps = {
  open: readonly ModerationDecision[];
  form: Pick<FormMetadata, "id" | "allErrors" | "errors">;
  fields: Record<"decision" | "reason" | "text", AnyField>;
  /** Labels of fields of this form that stand elsewhere on the page. */
  labels?: Record<string, string>;
  children: ReactNode;
};

/** The form of a decision, with what the caller adds to it. One form without JavaScript; the server says what is missing. */
export function DecisionForm({ open, form, fields, labels: others, children }: FormProps) {
  const t = useTranslate();
  const labels = {
    decision: t("moderation:decide.label"),
    reason: t("moderation:decide.reason"),
    text: t("moderation:decide.text"),
  };
  const options = open.map((value) => ({
    value,
    label: t(`moderation:decide.option.${value}`),
    hint: t(`moderation:decide.hint.${value}`),
  }));
  const reasons = moderationReasons.map((value) => ({ value, label: t(`moderation:reason.${value}`) }));
  const needsReason = open.some((decision) => groundsOf(decision) === "code");
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={{ ...others, ...labels }} />
      <RadioGroup field={fields.decision} label={labels.decision} options={options} />
      {needsReason ? (
        <SelectField
          field={fields.reason}
          label={labels.reason}
          hint={t("moderation:decide.reason.hint")}
          options={reasons}
        />
      ) : null}
      {needsReason ? <CannedSentences /> : null}
      <TextArea field={fields.text} label={labels.text} hint={t("moderation:decide.text.hint")} rows={5} />
      {children}
      <div>
        <Button>{t("moderation:decide.submit")}</Button>
      </div>
    </PostForm>
  );
}
