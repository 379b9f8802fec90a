import type { ReactNode } from "react";
import { providerTypes } from "#db/vocabulary/catalogue";
import { RadioGroup } from "~/components/kit/choices";
import { TextArea, TextField, type AnyField } from "~/components/kit/fields";
import type { ScenarioStage, Tree } from "~/domain/catalogue/audience-options";
import type { ProviderProfile } from "~/domain/catalogue/provider-form";
import { useTranslate } from "~/i18n/use-translate";
import { IndustryChoices, ScenarioChoices } from "./audience-fields";

export const profileFields = [
  "type",
  "summary",
  "foundedOn",
  "staff",
  "website",
  "localOffice",
  "certificates",
  "contactName",
  "contactPhone",
  "scenarios",
  "industries",
] as const satisfies readonly (keyof ProviderProfile)[];

type Props = {
  fields: Record<keyof ProviderProfile, AnyField>;
  stages: ScenarioStage[];
  industries: Tree;
};

export function ProfileFields({ fields, stages, industries }: Props) {
  const t = useTranslate();
  return (
    <>
      <Group title={t("catalogue:profile.group.who")}>
        <RadioGroup
          field={fields.type}
          label={t("catalogue:profile.field.type")}
          options={providerTypes.map((value) => ({
            value,
            label: t(`catalogue:provider_type.${value}`),
            hint: t(`catalogue:profile.type_hint.${value}`),
          }))}
        />
        <TextArea
          field={fields.summary}
          label={t("catalogue:profile.field.summary")}
          hint={t("catalogue:profile.hint.summary")}
          rows={4}
        />
        <TextField field={fields.foundedOn} label={t("catalogue:profile.field.foundedOn")} type="date" width="short" />
        <TextField
          field={fields.staff}
          label={t("catalogue:profile.field.staff")}
          unit={t("common:unit.people")}
          inputMode="numeric"
          width="short"
        />
        <TextField
          field={fields.website}
          label={t("catalogue:profile.field.website")}
          inputMode="url"
          autoComplete="url"
          optional
        />
        <TextField
          field={fields.localOffice}
          label={t("catalogue:profile.field.localOffice")}
          hint={t("catalogue:profile.hint.localOffice")}
        />
        <TextArea
          field={fields.certificates}
          label={t("catalogue:profile.field.certificates")}
          hint={t("catalogue:profile.hint.certificates")}
          rows={3}
          optional
        />
      </Group>
      <Group title={t("catalogue:profile.group.contact")}>
        <TextField
          field={fields.contactName}
          label={t("catalogue:profile.field.contactName")}
          autoComplete="name"
          width="short"
        />
        <TextField
          field={fields.contactPhone}
          label={t("catalogue:profile.field.contactPhone")}
          hint={t("catalogue:profile.hint.contactPhone")}
          type="tel"
          autoComplete="tel"
          width="short"
        />
      </Group>
      <Group title={t("catalogue:profile.group.what")}>
        <ScenarioChoices field={fields.scenarios} stages={stages} />
        <IndustryChoices field={fields.industries} tree={industries} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5 border-t border-base-300 pt-5">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}
