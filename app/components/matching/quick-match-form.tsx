/** The quick match as a GET form: works without JavaScript, and the address is the search. */
import { Form } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { CheckboxGroup } from "~/components/kit/choices";
import { SelectField, TextField, type AnyField } from "~/components/kit/fields";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import type { QuickChoices } from "./quick-choices";

/** What was typed, by parameter. */
export type QuickTyped = {
  industry: string;
  park: string;
  region: string;
  scenario: string[];
  budget: string;
  days: string;
  level: string;
};

const levels = ["0", "1", "2", "3", "4"] as const;

export function QuickMatchForm({ typed, choices }: { typed: QuickTyped; choices: QuickChoices }) {
  const t = useTranslate();
  const field = (name: keyof QuickTyped): AnyField => ({
    id: `match-${name}`,
    name,
    errors: undefined,
    errorId: `match-${name}-error`,
    descriptionId: `match-${name}-hint`,
    initialValue: typed[name],
  });
  return (
    <Form method="get" action={paths.match()} className="flex flex-col gap-6">
      <div className="grid gap-5 md:grid-cols-3">
        <SelectField
          field={field("industry")}
          label={t("matching:form.industry")}
          options={choices.industries}
          optional
        />
        <SelectField field={field("park")} label={t("matching:form.park")} options={choices.parks} optional />
        <SelectField field={field("region")} label={t("matching:form.region")} options={choices.regions} optional />
        <TextField
          field={field("budget")}
          label={t("matching:form.budget")}
          unit={t("common:unit.yuan")}
          inputMode="decimal"
          optional
        />
        <TextField
          field={field("days")}
          label={t("matching:form.days")}
          unit={t("common:unit.days")}
          inputMode="numeric"
          optional
        />
        <SelectField
          field={field("level")}
          label={t("matching:form.level")}
          options={levels.map((level) => ({ value: level, label: t("matching:form.level.option", { level }) }))}
          placeholder={t("matching:form.level.unknown")}
          optional
        />
      </div>
      <CheckboxGroup
        field={field("scenario")}
        label={t("matching:form.scenario")}
        hint={t("matching:form.scenario.hint")}
        options={choices.scenarios}
        columns={3}
      />
      <div>
        <Button>{t("matching:form.submit")}</Button>
      </div>
    </Form>
  );
}
