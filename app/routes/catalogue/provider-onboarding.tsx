/** The way of a provider to its first enquiry: five steps, what each is for, what is missing, and handing the papers in. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OnboardingList } from "~/components/catalogue/onboarding-list";
import { ProfileStanding } from "~/components/catalogue/profile-standing";
import { ProviderStatusBadge } from "~/components/catalogue/status-badges";
import { Button } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { onboardingOf } from "~/domain/catalogue/onboarding.server";
import { submitProvider } from "~/domain/catalogue/providers.server";
import { decisionsForOwner } from "~/domain/moderation/history.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent, refusal } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "onboarding:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const { db } = store();
  const onboarding = found(await onboardingOf(db, member, Date.now()));
  const [last] = await decisionsForOwner(db, member, { kind: "provider", id: member.organisationId });
  return { onboarding, last: last ?? null, organisation: member.organisationName };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const { intent, form } = await readIntent(request);
  if (intent !== "submit") throw notFound();
  const outcome = await store().write((tx) => submitProvider(tx, member, Number(form.get("seenEdit"))));
  if (outcome.ok) return redirectWith(paths.providerDesk.onboarding(), "catalogue:profile.done.submit");
  if (outcome.reason === "not_found") throw notFound();
  return refusal(`onboarding:refused.${outcome.reason}`);
}

export default function ProviderOnboarding() {
  const t = useTranslate();
  const { onboarding, last, organisation } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("onboarding:title")}
        lead={t("onboarding:lead", { organisation })}
        badge={<ProviderStatusBadge status={onboarding.status} />}
        up={{ to: paths.providerDesk.home(), label: t("supervision:provider.title") }}
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      <div className="mb-6">
        <ProfileStanding provider={onboarding} last={last} />
      </div>
      <OnboardingList found={onboarding} handIn={<HandIn edit={onboarding.edit} />} />
    </>
  );
}

function HandIn({ edit }: { edit: number }) {
  const t = useTranslate();
  return (
    <form method="post">
      <input type="hidden" name="seenEdit" value={edit} />
      <Button intent="submit">{t("onboarding:hand_in")}</Button>
    </form>
  );
}
