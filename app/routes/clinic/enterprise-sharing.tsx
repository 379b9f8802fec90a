/** Which provider may read what of the enterprise's report, and until when: given and withdrawn here. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsentList } from "~/components/clinic/consent-list";
import { ProviderSearch, SharingFields } from "~/components/clinic/sharing-form";
import { LinkButton } from "~/components/kit/button";
import { PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { SharingForm } from "~/domain/clinic/consent-form";
import { providerChoices } from "~/domain/clinic/consent-providers.server";
import { defaultDay, lastPossibleDay } from "~/domain/clinic/consent-status";
import { consentsOf, giveConsent, reportToShare, withdrawConsent } from "~/domain/clinic/consents.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "consent:sharing.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const id = params.id ?? "";
  const shared = found(await reportToShare(db, member, id));
  const search = new URL(request.url).searchParams;
  const words = (search.get("q") ?? "").trim().slice(0, 40);
  const [choices, consents] = await Promise.all([
    providerChoices(db, member, shared.id, words),
    consentsOf(db, member, id),
  ]);
  const now = Date.now();
  return {
    ...{ id, words, choices, consents: consents ?? [], provider: search.get("provider") ?? "" },
    report: { id: shared.id, number: shared.number },
    days: { usual: defaultDay(now), last: lastPossibleDay(now) },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const id = params.id ?? "";
  // Not theirs is not there, whatever was typed.
  found(await reportToShare(store().db, member, id));
  const form = await readForm(request, SharingForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const outcome = await store().write(async (tx) =>
    value.intent === "give"
      ? await giveConsent(tx, member, id, value)
      : await withdrawConsent(tx, member, value.consent),
  );
  if (outcome.ok) return redirectWith(`${paths.enterprise.sharing(id)}#consents`, `consent:flash.${value.intent}`);
  switch (outcome.reason) {
    case "not_found":
      throw notFound();
    case "unknown_provider":
      return form.refuse({ fields: { provider: "consent:refused.unknown_provider" } });
    case "until_out_of_range":
      return form.refuse({ fields: { until: "consent:refused.until_out_of_range" } });
    case "stale":
      return form.refuse({ form: "consent:refused.stale" });
  }
}

export default function EnterpriseSharing() {
  const t = useTranslate();
  const { id, report, consents, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const older = consents.filter(({ state, isOfNewest }) => state === "valid" && !isOfNewest);
  return (
    <>
      <PageHeader
        title={t("consent:sharing.title")}
        lead={t("consent:sharing.lead", { number: report.number })}
        up={{ to: paths.enterprise.report(id), label: t("clinic:report.title") }}
        actions={<LinkButton to={paths.enterprise.access({ report: report.id })}>{t("consent:to_access")}</LinkButton>}
      />
      {older.length > 0 ? (
        <Note tone="waiting">{t("consent:sharing.older", { count: older.length, number: report.number })}</Note>
      ) : null}
      <Section id="consents" title={t("consent:list.title")} lead={t("consent:list.lead")}>
        <ConsentList consents={consents} caseId={id} answer={answer} />
      </Section>
      <Section id="give" title={t("consent:give.title", { number: report.number })} lead={t("consent:give.lead")}>
        <div className="flex max-w-3xl flex-col gap-5">
          <ProviderSearch path={paths.enterprise.sharing(id)} words={form.words} found={form.choices.found.length} />
          <SharingFields report={report} answer={answer} {...form} />
        </div>
      </Section>
    </>
  );
}
