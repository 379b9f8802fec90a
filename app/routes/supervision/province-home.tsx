/** The desk of city and province staff: late cases of the region, then what waits for moderation in it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RegionClinicDesk } from "~/components/clinic/park-clinic-desk";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { ModerationSection } from "~/components/supervision/moderation-section";
import { deskOf } from "~/domain/supervision/desk.server";
import { requireAuthority } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "supervision:province.window" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  return { organisation: staff.organisationName, level: staff.level, ...(await deskOf(store().db, staff, Date.now())) };
}

export default function ProvinceHome() {
  const t = useTranslate();
  const { organisation, level, clinic, moderation } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("supervision:province.title", { organisation })}
        actions={<LinkButton to={paths.insight()}>{t("supervision:province.insight")}</LinkButton>}
      />
      <RegionClinicDesk desk={clinic} level={level} />
      <ModerationSection audience="province" to={paths.province.moderation()} {...moderation} />
    </>
  );
}
