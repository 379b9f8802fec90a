/** The provider's own profile: what readers and the park see of it, saved as often as needed, handed in for approval. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Writer } from "#db/store.server";
import { ProfileFields, profileFields } from "~/components/catalogue/editor/profile-fields";
import { ProfileStanding } from "~/components/catalogue/profile-standing";
import { ProviderStatusBadge } from "~/components/catalogue/status-badges";
import { Button, LinkButton } from "~/components/kit/button";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { DecisionHistory } from "~/components/moderation/decision-history";
import { industryTree, scenarioStages } from "~/domain/catalogue/audience-options";
import { missingForApproval, ProviderForm, type ProviderProfile } from "~/domain/catalogue/provider-form";
import { isProviderClosed } from "~/domain/catalogue/provider-status";
import { ownProvider, submitProvider, updateProvider } from "~/domain/catalogue/providers.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { decisionsForOwner } from "~/domain/moderation/history.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "catalogue:profile.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const own = found(await ownProvider(store().db, member));
  const reference = await referenceOf(store().db);
  const park = own.parkSlug ? reference.parks.get(own.parkSlug) : undefined;
  return {
    ...own,
    park: park ? { nameZh: park.nameZh, nameEn: park.nameEn } : null,
    stages: scenarioStages(reference),
    industries: industryTree(reference, own.provider.industries),
    decisions: await decisionsForOwner(store().db, member, { kind: "provider", id: member.organisationId }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const form = await readForm(request, ProviderForm);
  if (!form.ok) return form.reply;
  const { seenEdit, ...profile } = form.value;
  const isHandedIn = form.intent === "submit";
  const outcome = await store().write((tx) => save(tx, member, profile, seenEdit, isHandedIn));
  if (outcome.ok)
    return redirectWith(paths.providerDesk.profile(), `catalogue:profile.done.${isHandedIn ? "submit" : "save"}`);
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "qualifications_incomplete")
    return redirectWith(paths.providerDesk.onboarding(), "onboarding:saved_not_sent");
  if (outcome.reason !== "incomplete") return form.refuse({ form: `catalogue:profile.refused.${outcome.reason}` });
  const missing = missingForApproval(profile).map((field) => [field, "form:required"]);
  return form.refuse({ form: "catalogue:profile.refused.incomplete", fields: Object.fromEntries(missing) }, 422);
}

/** Saves, and hands in what was saved when that button was pressed. */
async function save(
  tx: Writer,
  member: ProviderMember,
  profile: ProviderProfile,
  seenEdit: number,
  isHandedIn: boolean,
) {
  const saved = await updateProvider(tx, member, profile, seenEdit);
  return saved.ok && isHandedIn ? submitProvider(tx, member, saved.value.edit) : saved;
}

export default function Profile() {
  const t = useTranslate();
  const named = useNamed();
  const { provider, name, creditCode, park, decisions } = useLoaderData<typeof loader>();
  const facts = [
    { label: t("catalogue:profile.name"), value: name },
    { label: t("catalogue:profile.credit_code"), value: creditCode ?? t("common:unknown") },
    { label: t("catalogue:profile.home_park"), value: park ? named(park) : t("common:unknown") },
  ];
  return (
    <div className="measure">
      <PageHeader
        title={t("catalogue:profile.title")}
        badge={<ProviderStatusBadge status={provider.status} />}
        actions={
          <>
            <LinkButton to={paths.providerDesk.onboarding()}>{t("onboarding:title")}</LinkButton>
            <LinkButton to={paths.providerDesk.logo()}>{t("media:logo.title")}</LinkButton>
            {provider.status === "open" ? (
              <LinkButton to={paths.provider(provider.slug)}>{t("catalogue:profile.public")}</LinkButton>
            ) : null}
          </>
        }
      />
      <ProfileStanding provider={provider} last={decisions[0] ?? null} />
      <div className="my-6">
        <Facts facts={facts} />
        <p className="muted mt-1 text-sm">{t("catalogue:profile.fixed")}</p>
      </div>
      {isProviderClosed(provider.status) ? null : <ProfileForm />}
      {decisions.length > 0 ? (
        <Section id="decisions" title={t("catalogue:editor.decisions")}>
          <DecisionHistory decisions={decisions} />
        </Section>
      ) : null}
    </div>
  );
}

function ProfileForm() {
  const t = useTranslate();
  const { provider, stages, industries } = useLoaderData<typeof loader>();
  const { certificates, ...rest } = provider;
  const [form, fields] = useFormOf<ProviderProfile>({
    id: "profile",
    answer: useActionData<typeof action>(),
    defaults: { ...rest, certificates: certificates.join("\n") },
  });
  const labels = Object.fromEntries(profileFields.map((field) => [field, t(`catalogue:profile.field.${field}`)]));
  const maySubmit =
    provider.status === "changes_requested" || (provider.status === "pending_approval" && !provider.submittedAt);
  return (
    <PostForm form={form} className="flex flex-col gap-6">
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="seenEdit" value={provider.edit} />
      <ProfileFields fields={fields} stages={stages} industries={industries} />
      <div className="flex flex-wrap gap-3 border-t border-base-300 pt-4">
        {maySubmit ? <Button intent="submit">{t("catalogue:profile.submit")}</Button> : null}
        <Button intent="save" tone={maySubmit ? "plain" : "primary"}>
          {t("common:save")}
        </Button>
      </div>
    </PostForm>
  );
}
