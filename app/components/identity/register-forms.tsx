import { Link } from "@remix-run/react";
import { Building2, Factory } from "lucide-react";
import type { ReactNode } from "react";
import { providerTypes } from "#db/vocabulary/catalogue";
import { Button } from "~/components/kit/button";
import { Checkbox, RadioGroup } from "~/components/kit/choices";
import { TextArea, TextField, type AnyField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { EnterpriseRegistration, ProviderRegistration } from "~/domain/identity/registration-form";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { IndustryField, type IndustryChoice } from "./industry-field";
import { PlaceFields, type PlaceChoices } from "./place-fields";

/** Two doors: who registers. */
export function RegisterDoors() {
  const t = useTranslate();
  return (
    <div className="measure">
      <PageHeader title={t("identity:register.title")} lead={t("identity:register.lead")} />
      <ul className="flex flex-col gap-4">
        <Door as="enterprise" icon={<Factory aria-hidden size={28} />} />
        <Door as="provider" icon={<Building2 aria-hidden size={28} />} />
      </ul>
      <p className="muted mt-6">{t("identity:register.staff")}</p>
    </div>
  );
}

function Door({ as, icon }: { as: "enterprise" | "provider"; icon: ReactNode }) {
  const t = useTranslate();
  return (
    <li>
      <Link to={paths.register({ as })} className="panel flex items-start gap-4 hover:border-primary">
        <span className="text-primary">{icon}</span>
        <span>
          <span className="block text-lg font-semibold text-primary underline">{t(`identity:register.${as}`)}</span>
          <span className="block">{t(`identity:register.${as}.text`)}</span>
        </span>
      </Link>
    </li>
  );
}

type EnterpriseProps = {
  answer: unknown;
  places: PlaceChoices;
  classes: IndustryChoice[];
  candidates: IndustryChoice[];
};

export function EnterpriseRegister({ answer, places, classes, candidates }: EnterpriseProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<EnterpriseRegistration>({
    id: "register",
    answer,
    defaults: { kind: "enterprise" },
  });
  return (
    <Frame title={t("identity:register.enterprise.title")} form={form}>
      <input type="hidden" name="kind" value="enterprise" />
      <Part title={t("identity:register.section.organisation")}>
        <OrganisationFields name={fields.organisationName} code={fields.creditCode} />
        <IndustryField field={fields.industry} classes={classes} candidates={candidates} />
      </Part>
      <JoinInstead code={fields.creditCode} message={fields.message} />
      <Part title={t("identity:register.section.place")}>
        <PlaceFields
          choices={places}
          region={fields.regionCode}
          park={fields.parkSlug}
          parkLabel={t("identity:register.park")}
          parkOptional
        />
      </Part>
      <PersonFields fields={fields} />
    </Frame>
  );
}

export function ProviderRegister({ answer, places }: { answer: unknown; places: PlaceChoices }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<ProviderRegistration>({ id: "register", answer, defaults: { kind: "provider" } });
  const types = providerTypes.map((type) => ({ value: type, label: t(`identity:provider_type.${type}`) }));
  return (
    <Frame title={t("identity:register.provider.title")} form={form}>
      <input type="hidden" name="kind" value="provider" />
      <Part title={t("identity:register.section.organisation")}>
        <OrganisationFields name={fields.organisationName} code={fields.creditCode} />
        <RadioGroup field={fields.providerType} label={t("identity:register.provider_type")} options={types} />
      </Part>
      <JoinInstead code={fields.creditCode} message={fields.message} />
      <Part title={t("identity:register.section.place")}>
        <PlaceFields
          choices={places}
          region={fields.regionCode}
          park={fields.parkSlug}
          parkLabel={t("identity:register.park.home")}
          parkHint={t("identity:register.park.home.hint")}
        />
      </Part>
      <PersonFields fields={fields} />
    </Frame>
  );
}

type AnyForm = Parameters<typeof ErrorSummary>[0]["form"];

function Frame({ title, form, children }: { title: string; form: AnyForm; children: ReactNode }) {
  const t = useTranslate();
  const labels = {
    organisationName: t("identity:register.organisation_name"),
    creditCode: t("identity:register.credit_code"),
    industry: t("identity:register.industry"),
    providerType: t("identity:register.provider_type"),
    regionCode: t("identity:register.region"),
    parkSlug: t("identity:register.park"),
    name: t("identity:register.name"),
    email: t("identity:register.email"),
    mobile: t("identity:register.mobile"),
    password: t("identity:register.password"),
  };
  return (
    <div className="measure">
      <PageHeader title={title} up={{ to: paths.register(), label: t("identity:register.title") }} />
      <PostForm form={form} className="flex flex-col gap-8">
        <ErrorSummary form={form} labels={labels} />
        {children}
        <div>
          <Button>{t("identity:register.submit")}</Button>
        </div>
      </PostForm>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5">
      <h2 className="border-b border-base-300 pb-1 text-lg">{title}</h2>
      {children}
    </section>
  );
}

function OrganisationFields({ name, code }: { name: AnyField; code: AnyField }) {
  const t = useTranslate();
  return (
    <>
      <TextField
        field={name}
        label={t("identity:register.organisation_name")}
        hint={t("identity:register.organisation_name.hint")}
        autoComplete="organization"
      />
      <TextField
        field={code}
        label={t("identity:register.credit_code")}
        hint={t("identity:register.credit_code.hint")}
        autoComplete="off"
      />
    </>
  );
}

/** When the organisation is there already: a colleague registered it, and its owners can let the newcomer in. */
function JoinInstead({ code, message }: { code: AnyField; message: AnyField }) {
  const t = useTranslate();
  if (!code.errors?.includes("identity:register.taken.credit_code")) return null;
  return (
    <section aria-labelledby="join" className="panel grid gap-3 border-primary">
      <h2 id="join" className="text-lg">
        {t("onboarding:join.title")}
      </h2>
      <p>{t("onboarding:join.text")}</p>
      <TextArea
        field={message}
        label={t("onboarding:join.message")}
        hint={t("onboarding:join.message.hint")}
        rows={2}
        optional
      />
      <div>
        <Button intent="join" tone="plain">
          {t("onboarding:join.submit")}
        </Button>
      </div>
    </section>
  );
}

type Person = { name: AnyField; email: AnyField; mobile: AnyField; password: AnyField; agree: AnyField };

function PersonFields({ fields }: { fields: Person }) {
  const t = useTranslate();
  return (
    <Part title={t("identity:register.section.person")}>
      <TextField field={fields.name} label={t("identity:register.name")} autoComplete="name" />
      <TextField
        field={fields.email}
        label={t("identity:register.email")}
        hint={t("identity:register.contact.hint")}
        type="email"
        autoComplete="email"
      />
      <TextField field={fields.mobile} label={t("identity:register.mobile")} type="tel" autoComplete="tel" optional />
      <TextField
        field={fields.password}
        label={t("identity:register.password")}
        hint={t("identity:password.hint")}
        type="password"
        autoComplete="new-password"
      />
      <Checkbox
        field={fields.agree}
        label={
          <>
            {t("identity:register.agree")}{" "}
            <Link to={paths.privacy()} target="_blank" className="link-plain">
              {t("identity:register.privacy")}
            </Link>
          </>
        }
      />
    </Part>
  );
}
