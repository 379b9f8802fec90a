/** A finding: what is wrong, in which scenario, how we know, how grave, what mending it gains. */
import { Button, LinkButton } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { Finding } from "~/domain/clinic/draft-report.server";
import type { NeedChoices } from "~/domain/clinic/needs.server";
import type { FindingForm as Shape } from "~/domain/clinic/report-form";
import { useTranslate } from "~/i18n/use-translate";
import { Hidden } from "./act-form";
import { answerFor } from "./answer-for";
import { ScenarioField } from "./scenario-field";

type FindingFormProps = { item: Finding | null; edit: number; choices: NeedChoices; answer: unknown; cancelTo: string };

const grades = [1, 2, 3, 4] as const;

export function FindingForm({ item, edit, choices, answer, cancelTo }: FindingFormProps) {
  const t = useTranslate();
  const intent = item ? "change_finding" : "add_finding";
  const [form, fields] = useFormOf<Shape>({
    id: item ? `form-${item.id}` : "finding-new",
    answer: answerFor(answer, intent),
    defaults: item ? { ...item, severity: String(item.severity) } : { severity: "2" },
  });
  const labels = {
    title: t("clinic:finding.title"),
    scenarioKey: t("clinic:finding.scenario"),
    severity: t("clinic:finding.severity"),
    description: t("clinic:finding.description"),
    evidence: t("clinic:finding.evidence"),
    expectedGain: t("clinic:finding.expected_gain"),
  };
  const severities = grades.map((grade) => ({ value: String(grade), label: t(`clinic:severity.${grade}`) }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <Hidden intent={intent} edit={edit} />
      {item ? <input type="hidden" name="id" value={item.id} /> : null}
      <TextField field={fields.title} label={labels.title} hint={t("clinic:finding.title_hint")} maxLength={120} />
      <ScenarioField field={fields.scenarioKey} label={labels.scenarioKey} choices={choices} />
      <RadioGroup field={fields.severity} label={labels.severity} options={severities} columns={2} />
      <TextArea field={fields.description} label={labels.description} optional rows={3} maxLength={5000} />
      <TextArea
        field={fields.evidence}
        label={labels.evidence}
        hint={t("clinic:finding.evidence_hint")}
        optional
        rows={2}
        maxLength={2000}
      />
      <TextField
        field={fields.expectedGain}
        label={labels.expectedGain}
        hint={t("clinic:finding.expected_gain_hint")}
        optional
        maxLength={200}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("clinic:editor.save")}</Button>
        <LinkButton to={cancelTo} tone="quiet">
          {t("clinic:editor.cancel")}
        </LinkButton>
      </div>
    </PostForm>
  );
}
