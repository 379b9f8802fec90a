/** A finding: what is wrong, in which scenario, how we know, how grave, what mending it gains. */
import { findingAreas, gainMetrics, gainUnits } from "#db/vocabulary/clinic";
import { Button, LinkButton } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { SelectField, TextArea, TextField, type AnyField } from "~/components/kit/fields";
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
    defaults: item ? defaultsOf(item) : { severity: "2", area: "production" },
  });
  const labels = {
    title: t("clinic:finding.title"),
    scenarioKey: t("clinic:finding.scenario"),
    area: t("reports:area"),
    severity: t("clinic:finding.severity"),
    description: t("clinic:finding.description"),
    evidence: t("clinic:finding.evidence"),
    expectedGain: t("clinic:finding.expected_gain"),
    gainMetric: t("reports:gain_metric"),
    gainValue: t("reports:gain_value"),
    gainUnit: t("reports:gain_unit"),
  };
  const areas = findingAreas.map((area) => ({ value: area, label: t(`reports:area.${area}`) }));
  const severities = grades.map((grade) => ({ value: String(grade), label: t(`clinic:severity.${grade}`) }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <Hidden intent={intent} edit={edit} />
      {item ? <input type="hidden" name="id" value={item.id} /> : null}
      <TextField field={fields.title} label={labels.title} hint={t("clinic:finding.title_hint")} maxLength={120} />
      <ScenarioField field={fields.scenarioKey} label={labels.scenarioKey} choices={choices} />
      <SelectField field={fields.area} label={labels.area} options={areas} placeholder="" width="short" />
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
      <GainFields fields={fields} labels={labels} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("clinic:editor.save")}</Button>
        <LinkButton to={cancelTo} tone="quiet">
          {t("clinic:editor.cancel")}
        </LinkButton>
      </div>
    </PostForm>
  );
}

type GainProps = {
  fields: Record<"gainMetric" | "gainValue" | "gainUnit", AnyField>;
  labels: Record<"gainMetric" | "gainValue" | "gainUnit", string>;
};

/** The gain as a figure; an effect is later held against it. */
function GainFields({ fields, labels }: GainProps) {
  const t = useTranslate();
  const metrics = gainMetrics.map((metric) => ({ value: metric, label: t(`reports:metric.${metric}`) }));
  const units = gainUnits.map((unit) => ({ value: unit, label: t(`reports:unit.${unit}`) }));
  return (
    <fieldset>
      <legend className="font-semibold">{t("reports:gain")}</legend>
      <p className="muted mb-2 text-sm">{t("reports:gain_hint")}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField field={fields.gainMetric} label={labels.gainMetric} options={metrics} optional />
        <TextField field={fields.gainValue} label={labels.gainValue} inputMode="decimal" optional />
        <SelectField field={fields.gainUnit} label={labels.gainUnit} options={units} optional />
      </div>
    </fieldset>
  );
}

function defaultsOf(item: Finding) {
  return {
    ...item,
    severity: String(item.severity),
    gainMetric: item.gainMetric ?? "",
    gainValue: item.gainValue === null ? "" : String(item.gainValue),
    gainUnit: item.gainUnit ?? "",
  };
}
