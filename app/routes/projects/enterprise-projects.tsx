/** Projects of the enterprise: opened by accepted quotes, and retrofits on record. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { ProjectList } from "~/components/projects/project-list";
import { projectsOf, projectsToGoOn } from "~/domain/projects/project-pages.server";
import { requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "quotes:projects.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const after = new URL(request.url).searchParams.get("after");
  const waiting = after === null ? await projectsToGoOn(store().db, member) : [];
  return { after, waiting, ...(await projectsOf(store().db, member, after)) };
}

export default function EnterpriseProjects() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("quotes:projects.title")} lead={t("quotes:projects.lead.enterprise")} />
      <ProjectList {...page} side="enterprise">
        <p>{t("quotes:projects.none.enterprise")}</p>
        <LinkButton to={paths.enterprise.enquiries()}>{t("projects:enquiries.title")}</LinkButton>
      </ProjectList>
    </>
  );
}
