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

type AudienceProps = {
  fields: Fields;
  options: AudienceOptions;
  hints: { scenarios: ReactNode; industries: ReactNode; places: ReactNode };
};

export function AudienceFields({ fields, options, hints }: AudienceProps) {
  return (
    <>
      <ScenarioChoices field={fields.scenarios} stages={options.stages} hint={hints.scenarios} />
      <IndustryChoices field={fields.industries} tree={options.industries} hint={hints.industries} />
      <PlaceChoices fields={fields} places={options.places} hint={hints.places} />
    </>
  );
}

type ScenarioProps = { field: AnyField; stages: readonly ScenarioStage[]; hint?: ReactNode };

export function ScenarioChoices({ field, stages, hint }: ScenarioProps) {
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
      hint={hint ?? t("catalogue:hint.scenarios")}
      options={groups}
      columns={3}
    />
  );
}

export function IndustryChoices({ field, tree, hint }: { field: AnyField; tree: Tree; hint?: ReactNode }) {
  const t = useTranslate();
  return (
    <Choices field={field} label={t("catalogue:field.industries")} hint={hint ?? t("catalogue:hint.industries")}>
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

type PlaceProps = { fields: Fields; places: AudienceOptions["places"]; hint: ReactNode };

function PlaceChoices({ fields, places, hint }: PlaceProps) {
  const t = useTranslate();
  return (
    <Choices field={fields.regions} label={t("catalogue:editor.places")} hint={hint}>
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

type ChoicesProps = { field: AnyField; label: string; hint: ReactNode; children: ReactNode };

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
