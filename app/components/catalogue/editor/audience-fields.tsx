import type { ReactNode } from "react";
import { CodeList, CodeTree } from "~/components/catalogue/code-tree";
import { CheckboxGroup } from "~/components/kit/choices";
import { FieldError, type AnyField } from "~/components/kit/fields";
import type { ScenarioStage, Tree } from "~/domain/catalogue/audience-options";
import { useNamed, useTranslate } from "~/i18n/use-translate";

export type AudienceOptions = {
  stages: ScenarioStage[];
  industries: Tree;
  places: Tree & { parksAcross: Tree["others"] };
};

type Fields = { scenarios: AnyField; industries: AnyField; parks: AnyField; regions: AnyField };

export function AudienceFields({ fields, options }: { fields: Fields; options: AudienceOptions }) {
  return (
    <>
      <ScenarioChoices field={fields.scenarios} stages={options.stages} />
      <IndustryChoices field={fields.industries} tree={options.industries} />
      <PlaceChoices fields={fields} places={options.places} />
    </>
  );
}

export function ScenarioChoices({ field, stages }: { field: AnyField; stages: readonly ScenarioStage[] }) {
  const t = useTranslate();
  const named = useNamed();
  const groups = stages.map((stage) => ({
    label: named(stage),
    options: stage.scenarios.map((scenario) => ({ value: scenario.code, label: named(scenario) })),
  }));
  return (
    <CheckboxGroup
      field={field}
      label={t("catalogue:field.scenarios")}
      hint={t("catalogue:hint.scenarios")}
      options={groups}
      columns={3}
    />
  );
}

export function IndustryChoices({ field, tree }: { field: AnyField; tree: Tree }) {
  const t = useTranslate();
  return (
    <Choices field={field} label={t("catalogue:field.industries")} hint={t("catalogue:hint.industries")}>
      <CodeTree
        branches={tree.branches}
        branchField={field}
        finerField={field}
        wholeLabel={(name) => t("catalogue:editor.whole_industry", { name })}
      />
      {tree.others.length > 0 ? <CodeList field={field} options={tree.others} /> : null}
    </Choices>
  );
}

function PlaceChoices({ fields, places }: { fields: Fields; places: AudienceOptions["places"] }) {
  const t = useTranslate();
  return (
    <Choices field={fields.regions} label={t("catalogue:editor.places")} hint={t("catalogue:hint.places")}>
      <FieldError field={fields.parks} />
      <CodeTree
        branches={places.branches}
        branchField={fields.regions}
        finerField={fields.parks}
        wholeLabel={(name) => t("catalogue:editor.whole_region", { name })}
      />
      <CodeList field={fields.parks} options={places.parksAcross} />
      {places.others.length > 0 ? <CodeList field={fields.regions} options={places.others} /> : null}
    </Choices>
  );
}

type ChoicesProps = { field: AnyField; label: string; hint: string; children: ReactNode };

function Choices({ field, label, hint, children }: ChoicesProps) {
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.descriptionId} className="flex flex-col gap-1">
      <legend className="font-semibold">{label}</legend>
      <p id={field.descriptionId} className="muted text-sm">
        {hint}
      </p>
      <FieldError field={field} />
      {children}
    </fieldset>
  );
}
