/** The enterprise's own file: what matching and diagnosis start from. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { IndustryField } from "~/components/identity/industry-field";
import { PlaceFields } from "~/components/identity/place-fields";
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { EnterpriseForm } from "~/domain/identity/enterprise-form";
import { enterpriseFile, saveEnterprise } from "~/domain/identity/enterprises.server";
import { industryChoices, placeChoices } from "~/domain/scenarios/picker-choices";
import { pickIndustry, pickPlace } from "~/domain/scenarios/pickers";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, requireEnterprise } from "~/http/guards.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:enterprise.title", interactive: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const reference = await referenceOf(db);
  const file = found(await enterpriseFile(db, member.organisationId));
  return {
    file,
    industry: reference.industries.get(file.industryCode) ?? null,
    classes: industryChoices(reference),
    places: placeChoices(reference),
  };
}

const placeProblems = {
  region_unknown: { regionCode: "identity:register.region.unknown" },
  park_unknown: { parkSlug: "identity:register.park.unknown" },
  park_elsewhere: { parkSlug: "identity:register.park.elsewhere" },
};

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const form = await readForm(request, EnterpriseForm);
  if (!form.ok) return form.reply;
  const { seenEdit, industry: typed, ...rest } = form.value;
  const reference = await referenceOf(store().db);
  const industry = pickIndustry(reference, typed);
  if (!industry.ok) return form.refuse({ fields: { industry: "identity:register.industry.unknown" } }, 422);
  const place = pickPlace(reference, rest);
  if (!place.ok) return form.refuse({ fields: placeProblems[place.reason] }, 422);
  const changed = { ...rest, industryCode: industry.value };
  const outcome = await store().write((tx) => saveEnterprise(tx, member, changed, seenEdit));
  if (!outcome.ok) return form.refuse({ form: "form:stale" });
  return redirectWith(paths.enterprise.home(), "identity:enterprise.saved");
}

export default function EnterpriseProfile() {
  const t = useTranslate();
  const named = useNamed();
  const { file, industry, classes, places } = useLoaderData<typeof loader>();
  const defaults = {
    ...file,
    industry: industry ? `${industry.code} ${named(industry)}` : file.industryCode,
    budgetFen: file.budgetFen === null ? "" : file.budgetFen / 100,
    tags: file.tags.join("、"),
  };
  const [form, fields] = useFormOf<EnterpriseForm>({ id: "profile", answer: useActionData<typeof action>(), defaults });
  const labels = {
    name: t("identity:register.organisation_name"),
    industry: t("identity:register.industry"),
    regionCode: t("identity:register.region"),
    parkSlug: t("identity:register.park"),
    employees: t("identity:enterprise.employees"),
    revenueWan: t("identity:enterprise.revenue"),
    foundedOn: t("identity:enterprise.founded"),
    budgetFen: t("identity:enterprise.budget"),
    tags: t("identity:enterprise.tags"),
  };
  return (
    <div className="measure">
      <PageHeader title={t("identity:enterprise.title")} lead={t("identity:enterprise.lead")} />
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="seenEdit" value={file.edit} />
        <TextField field={fields.name} label={labels.name} autoComplete="organization" />
        <IndustryField field={fields.industry} classes={classes} candidates={[]} />
        <PlaceFields
          choices={places}
          region={fields.regionCode}
          park={fields.parkSlug}
          parkLabel={labels.parkSlug}
          parkOptional
        />
        <TextField
          field={fields.employees}
          label={labels.employees}
          inputMode="numeric"
          unit={t("common:unit.people")}
          width="short"
          optional
        />
        <TextField
          field={fields.revenueWan}
          label={labels.revenueWan}
          inputMode="numeric"
          unit={t("common:unit.wan")}
          width="short"
          optional
        />
        <TextField field={fields.foundedOn} label={labels.foundedOn} type="date" width="short" optional />
        <TextField
          field={fields.budgetFen}
          label={labels.budgetFen}
          hint={t("identity:enterprise.budget.hint")}
          inputMode="decimal"
          unit={t("common:unit.yuan")}
          width="short"
          optional
        />
        <TextField field={fields.tags} label={labels.tags} hint={t("identity:enterprise.tags.hint")} optional />
        <div>
          <Button>{t("common:save")}</Button>
        </div>
      </PostForm>
    </div>
  );
}
