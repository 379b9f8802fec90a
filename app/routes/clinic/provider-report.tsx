/** Parts of an enterprise's report, as it let this provider read them; nothing is left of it the moment it no longer does. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SharedDocument } from "~/components/clinic/shared-document";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { noteAccess } from "~/domain/clinic/access-ledger.server";
import { sharedReport } from "~/domain/clinic/shared-reports.server";
import { found, requireProvider } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const { consentId, reportId, enterpriseId, lastDay, shared } = found(
    await sharedReport(store().db, member, params.id ?? ""),
  );
  await noteAccess(store(), member, { report: { id: reportId, enterpriseId }, what: "report", consentId });
  return { consentId, lastDay, shared, pageTitle: shared.enterpriseName };
}

export default function ProviderReport() {
  const t = useTranslate();
  const locale = useLocale();
  const { consentId, lastDay, shared } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("consent:shared.of", { enterprise: shared.enterpriseName, number: shared.number })}
        lead={t("consent:shared.terms", { day: formatDate(locale, lastDay) })}
        up={{ to: paths.providerDesk.reports(), label: t("consent:shared.title") }}
      />
      {shared.supersededAt === null ? null : (
        <div className="mb-6">
          <Note tone="waiting">{t("consent:shared.superseded", { day: formatDate(locale, shared.supersededAt) })}</Note>
        </div>
      )}
      <SharedDocument shared={shared} photoAt={(fileId) => paths.providerDesk.reportPhoto(consentId, fileId)} />
    </>
  );
}
