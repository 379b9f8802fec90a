import { useId } from "react";
import { findingAreas, severities } from "#db/vocabulary/clinic";
import type { FieldBook, FieldFinding } from "~/domain/clinic/field";
import { sayError } from "~/i18n/form-errors";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { ChoiceList } from "./choice-list";
import { KeptText } from "./kept-text";

type FindingFieldsProps = {
  id: string;
  value: FieldFinding;
  errors: Record<string, string>;
  scenarios: FieldBook["scenarios"];
  onChange: (value: FieldFinding) => void;
};

/** What is wrong first, then how grave, then how we know: in the order one stands before a machine. */
export function FindingFields({ id, value, errors, scenarios, onChange }: FindingFieldsProps) {
  const t = useTranslate();
  const text = (field: "title" | "description" | "evidence" | "expectedGain") => ({
    name: `${id}-${field}`,
    label: t(`field:finding.${field}`),
    value: value[field],
    error: errors[field],
    onType: (typed: string) => onChange({ ...value, [field]: typed }),
  });
  const grades = severities.map((grade) => ({ value: String(grade), label: t(`clinic:severity.${grade}`) }));
  return (
    <>
      <KeptText {...text("title")} hint={t("field:finding.title_hint")} maxLength={120} />
      <ScenarioChoice
        value={value.scenarioKey}
        scenarios={scenarios}
        error={errors.scenarioKey}
        onChoose={(scenarioKey) => onChange({ ...value, scenarioKey })}
      />
      <ChoiceList
        legend={t("field:finding.severity")}
        name={`${id}-severity`}
        options={grades}
        chosen={[String(value.severity)]}
        onChoose={([grade]) => onChange({ ...value, severity: Number(grade) })}
        columns={2}
      />
      <ChoiceList
        legend={t("field:finding.area")}
        name={`${id}-area`}
        options={findingAreas.map((area) => ({ value: area, label: t(`field:area.${area}`) }))}
        chosen={[value.area]}
        onChoose={([chosen]) => {
          const area = findingAreas.find((one) => one === chosen);
          if (area) onChange({ ...value, area });
        }}
        columns={2}
      />
      <KeptText {...text("evidence")} hint={t("field:finding.evidence_hint")} rows={3} maxLength={2000} />
      <KeptText {...text("description")} rows={4} maxLength={5000} />
      <KeptText {...text("expectedGain")} hint={t("field:finding.expectedGain_hint")} maxLength={200} />
    </>
  );
}

type ScenarioChoiceProps = {
  value: string;
  scenarios: FieldBook["scenarios"];
  error?: string;
  onChoose: (key: string) => void;
};

export function ScenarioChoice({ value, scenarios, error, onChoose }: ScenarioChoiceProps) {
  const t = useTranslate();
  const named = useNamed();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {t("field:finding.scenarioKey")}
      </label>
      {error ? <p className="font-semibold text-error">{sayError(t, error)}</p> : null}
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
        className="select min-h-14 w-full border-2 border-base-content/50 text-lg"
      >
        <option value="">{t("common:choose")}</option>
        {(["core", "foundation"] as const).map((kind) => (
          <optgroup key={kind} label={t(`clinic:request.${kind}`)}>
            {scenarios[kind].map((row) => (
              <option key={row.key} value={row.key}>
                {named(row)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
