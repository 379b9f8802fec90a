import { moderationReasons, type ModerationDecision } from "#db/vocabulary/moderation";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { SolutionDecision } from "~/domain/moderation/decision-form";
import { groundsOf } from "~/domain/moderation/decision-rules";
import { useTranslate } from "~/i18n/use-translate";

type Props = {
  open: readonly ModerationDecision[];
  answer: unknown;
  /** What the moderator sees: sent back so that a later edit is noticed. */
  seenEdit: number;
  versionId?: string;
};

/** Taking a decision: which, why in a word, and in words. One form without JavaScript; the server says what is missing. */
export function DecisionPanel({ open, answer, seenEdit, versionId }: Props) {
  const t = useTranslate();
  const [form, fields] = useFormOf<SolutionDecision>({
    id: "decide",
    answer,
    defaults: { decision: open.length === 1 ? open[0] : undefined },
  });
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
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="seenEdit" value={seenEdit} />
      {versionId ? <input type="hidden" name="versionId" value={versionId} /> : null}
      <RadioGroup field={fields.decision} label={labels.decision} options={options} />
      {needsReason ? (
        <SelectField
          field={fields.reason}
          label={labels.reason}
          hint={t("moderation:decide.reason.hint")}
          options={reasons}
        />
      ) : null}
      <TextArea field={fields.text} label={labels.text} hint={t("moderation:decide.text.hint")} rows={5} />
      <div>
        <Button>{t("moderation:decide.submit")}</Button>
      </div>
    </PostForm>
  );
}
