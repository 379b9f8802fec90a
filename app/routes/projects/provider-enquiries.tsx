/** Enquiries a provider has received. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { EnquiryList, filterOf } from "~/components/projects/enquiry-list";
import { enquiriesOf } from "~/domain/projects/enquiries.server";
import { requireProvider } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "projects:enquiries.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const filter = filterOf(new URL(request.url).searchParams);
  return { filter, ...(await enquiriesOf(store().db, member, filter)) };
}

export default function ProviderEnquiries() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("projects:enquiries.title")}
        lead={t("projects:enquiries.lead.provider")}
        actions={<LinkButton to={paths.providerDesk.projects()}>{t("quotes:projects.see")}</LinkButton>}
      />
      <EnquiryList {...page} side="provider" path={paths.providerDesk.enquiries()}>
        <p>{t("projects:enquiries.none.provider")}</p>
        <LinkButton to={paths.providerDesk.solutions()}>{t("nav:my_solutions")}</LinkButton>
      </EnquiryList>
    </>
  );
}
