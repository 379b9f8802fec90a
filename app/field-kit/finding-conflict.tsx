import { useState } from "react";
import { findingAreas, severities } from "#db/vocabulary/clinic";
import type { FieldFinding, KnownFinding } from "~/domain/clinic/field";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { ChoiceList } from "./choice-list";
import type { Kept } from "./device";
import { differingFields, findingOf, suggestedFinding, type FindingDraft } from "./drafts";
import { ScenarioChoice } from "./finding-fields";
import { KeptText } from "./kept-text";
import type { Kit } from "./kit";
import { Versions } from "./versions";

type Field = keyof FieldFinding;
type FindingConflictProps = { draft: FindingDraft; known: KnownFinding; kept: Kept; kit: Kit };

/** Somebody else changed the finding meanwhile: every field that differs, both versions, and the result. */
export function FindingConflict({ draft, known, kept, kit }: FindingConflictProps) {
  const t = useTranslate();
  const theirs = findingOf(known);
  const [result, setResult] = useState(() => suggestedFinding(draft.value, theirs, draft.base));
  const say = useSay(kept);
  return (
    <div role="alert" className="m-3 flex flex-col gap-3 rounded-box border-2 border-error p-3">
      <p className="font-semibold">{t("field:conflict.lead")}</p>
      {differingFields(draft.value, theirs).map((field) => (
        <Versions
          key={field}
          label={t(`field:finding.${field}`)}
          mine={say(field, draft.value)}
          theirs={say(field, theirs)}
          onTake={(which) => setResult({ ...result, [field]: (which === "mine" ? draft.value : theirs)[field] })}
        >
          <ResultField field={field} value={result} kept={kept} onChange={setResult} />
        </Versions>
      ))}
      <button
        type="button"
        className="btn btn-primary min-h-14"
        onClick={() => void kit.resolve({ kind: "finding", key: draft.key, value: result })}
      >
        {t("field:conflict.save")}
      </button>
    </div>
  );
}

/** The value of a field in words. */
function useSay(kept: Kept) {
  const t = useTranslate();
  const named = useNamed();
  return (field: Field, value: FieldFinding): string => {
    if (field === "area") return t(`field:area.${value.area}`);
    if (field === "severity") {
      const grade = severities.find((one) => one === value.severity);
      return grade ? t(`clinic:severity.${grade}`) : "";
    }
    if (field !== "scenarioKey") return value[field];
    const { core, foundation } = kept.book.scenarios;
    const row = [...core, ...foundation].find(({ key }) => key === value.scenarioKey);
    return row ? named(row) : value.scenarioKey;
  };
}

type ResultFieldProps = { field: Field; value: FieldFinding; kept: Kept; onChange: (value: FieldFinding) => void };

function ResultField({ field, value, kept, onChange }: ResultFieldProps) {
  const t = useTranslate();
  const label = t("field:conflict.result", { field: t(`field:finding.${field}`) });
  if (field === "scenarioKey") {
    return (
      <ScenarioChoice
        value={value.scenarioKey}
        scenarios={kept.book.scenarios}
        onChoose={(scenarioKey) => onChange({ ...value, scenarioKey })}
      />
    );
  }
  if (field === "severity" || field === "area") {
    const options =
      field === "severity"
        ? severities.map((grade) => ({ value: String(grade), label: t(`clinic:severity.${grade}`) }))
        : findingAreas.map((area) => ({ value: area, label: t(`field:area.${area}`) }));
    const choose = ([chosen = ""]: string[]) => {
      const area = findingAreas.find((one) => one === chosen);
      if (field === "severity") onChange({ ...value, severity: Number(chosen) });
      else if (area) onChange({ ...value, area });
    };
    return (
      <ChoiceList
        legend={label}
        name={`result-${field}`}
        options={options}
        chosen={[String(value[field])]}
        onChoose={choose}
      />
    );
  }
  return (
    <KeptText
      name={`result-${field}`}
      label={label}
      value={value[field]}
      onType={(text) => onChange({ ...value, [field]: text })}
      rows={3}
    />
  );
}
