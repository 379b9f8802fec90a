/** The expert's desk: the cases assigned to them, what waits for them first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExpertDesk } from "~/components/clinic/expert-desk";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { expertClinic } from "~/domain/clinic/desk-sections.server";
import { requireExpert } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "supervision:expert.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  return { organisation: expert.organisationName, clinic: await expertClinic(store().db, expert, Date.now()) };
}

export default function ExpertHome() {
  const t = useTranslate();
  const { organisation, clinic } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("supervision:expert.title")} lead={organisation} />
      <ExpertDesk clinic={clinic} />
    </>
  );
}
