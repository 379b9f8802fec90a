import { SelectField, type AnyField } from "~/components/kit/fields";
import type { NeedChoices } from "~/domain/clinic/needs.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";

/** One scenario or foundation category of the shared vocabulary. */
export function ScenarioField({ field, label, choices }: { field: AnyField; label: string; choices: NeedChoices }) {
  const t = useTranslate();
  const named = useNamed();
  const groups = [
    { label: t("clinic:request.core"), options: choices.core.map((row) => ({ value: row.key, label: named(row) })) },
    {
      label: t("clinic:request.foundation"),
      options: choices.foundation.map((row) => ({ value: row.key, label: named(row) })),
    },
  ];
  return <SelectField field={field} label={label} options={groups} />;
}
