/** Enquiries the enterprise has sent. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { EnquiryList, filterOf } from "~/components/projects/enquiry-list";
import { Invitations } from "~/components/projects/group-notes";
import { enquiriesOf } from "~/domain/projects/enquiries.server";
import { invitationsOf } from "~/domain/projects/group-pages.server";
import { requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "projects:enquiries.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const filter = filterOf(new URL(request.url).searchParams);
  const { db } = store();
  const [list, invitations] = await Promise.all([enquiriesOf(db, member, filter), invitationsOf(db, member)]);
  return { filter, invitations, ...list };
}

export default function EnterpriseEnquiries() {
  const t = useTranslate();
  const { invitations, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("projects:enquiries.title")}
        lead={t("projects:enquiries.lead.enterprise")}
        actions={<LinkButton to={paths.enterprise.projects()}>{t("quotes:projects.see")}</LinkButton>}
      />
      <Invitations invitations={invitations} />
      <EnquiryList {...page} side="enterprise" path={paths.enterprise.enquiries()}>
        <p>{t("projects:enquiries.none.enterprise")}</p>
        <LinkButton to={paths.enterprise.matches()}>{t("projects:enquiries.find")}</LinkButton>
      </EnquiryList>
    </>
  );
}
