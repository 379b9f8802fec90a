/** The fields of a request for a diagnosis, for asking and for answering. */
import { CheckboxGroup } from "~/components/kit/choices";
import { SelectField, TextArea, TextField, type AnyField } from "~/components/kit/fields";
import type { NeedChoices } from "~/domain/clinic/needs.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";

type RequestFieldsProps = {
  fields: Record<"contactName" | "contactPhone" | "need" | "scenarios" | "suitableTimes", AnyField> & {
    parkSlug?: AnyField;
  };
  choices: NeedChoices;
};

export function useRequestLabels() {
  const t = useTranslate();
  return {
    contactName: t("clinic:request.contact_name"),
    contactPhone: t("clinic:request.contact_phone"),
    need: t("clinic:request.need"),
    scenarios: t("clinic:request.scenarios"),
    suitableTimes: t("clinic:request.suitable_times"),
    parkSlug: t("clinic:request.park"),
  };
}

export function RequestFields({ fields, choices }: RequestFieldsProps) {
  const t = useTranslate();
  const named = useNamed();
  const labels = useRequestLabels();
  const groups = [
    { label: t("clinic:request.core"), options: choices.core.map((row) => ({ value: row.key, label: named(row) })) },
    {
      label: t("clinic:request.foundation"),
      options: choices.foundation.map((row) => ({ value: row.key, label: named(row) })),
    },
  ];
  const parks = choices.parks.map((row) => ({ value: row.slug, label: named(row) }));
  return (
    <>
      <TextArea
        field={fields.need}
        label={labels.need}
        hint={t("clinic:request.need_hint")}
        rows={5}
        maxLength={2000}
      />
      <CheckboxGroup
        field={fields.scenarios}
        label={labels.scenarios}
        hint={t("clinic:request.scenarios_hint")}
        options={groups}
        columns={3}
      />
      {fields.parkSlug && parks.length > 0 ? (
        <SelectField
          field={fields.parkSlug}
          label={labels.parkSlug}
          hint={t("clinic:request.park_hint")}
          options={parks}
          width="short"
        />
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField field={fields.contactName} label={labels.contactName} autoComplete="name" maxLength={50} />
        <TextField
          field={fields.contactPhone}
          label={labels.contactPhone}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
        />
      </div>
      <TextField
        field={fields.suitableTimes}
        label={labels.suitableTimes}
        hint={t("clinic:request.suitable_times_hint")}
        optional
        maxLength={200}
      />
    </>
  );
}
