/** Reports that enterprises let this provider read now. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useSections } from "~/components/clinic/shared-sections";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { sharedReportsOf } from "~/domain/clinic/shared-reports.server";
import { requireProvider } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "consent:shared.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  return { lines: await sharedReportsOf(store().db, member) };
}

export default function ProviderReports() {
  const t = useTranslate();
  const locale = useLocale();
  const sections = useSections();
  const { lines } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("consent:shared.title")} lead={t("consent:shared.lead")} />
      {lines.length === 0 ? (
        <EmptyState title={t("consent:shared.none")}>
          <p>{t("consent:shared.none_hint")}</p>
        </EmptyState>
      ) : (
        <ul className="rounded-box border border-base-300">
          {lines.map((line) => (
            <li key={line.id} className="border-b border-base-300 px-4 py-3 last:border-b-0">
              <Link
                to={paths.providerDesk.report(line.id)}
                className="inline-block py-1 font-semibold text-primary underline-offset-4 hover:underline"
              >
                {t("consent:shared.of", { enterprise: line.enterpriseName, number: line.number })}
              </Link>
              <p className="text-sm">{sections(line)}</p>
              <p className="muted text-sm">{t("consent:shared.until", { day: formatDate(locale, line.lastDay) })}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
