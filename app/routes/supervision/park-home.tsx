/** The park's desk: cases that wait or are late, then what waits for moderation. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ParkClinicDesk } from "~/components/clinic/park-clinic-desk";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { ModerationSection } from "~/components/supervision/moderation-section";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { deskOf } from "~/domain/supervision/desk.server";
import { found, requirePark } from "~/http/guards.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "supervision:park.window" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const { nameZh, nameEn } = found((await referenceOf(db)).parks.get(staff.parkSlug));
  return { park: { nameZh, nameEn }, ...(await deskOf(db, staff, Date.now())) };
}

export default function ParkHome() {
  const t = useTranslate();
  const named = useNamed();
  const { park, clinic, moderation } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("supervision:park.title", { park: named(park) })} />
      <ParkClinicDesk desk={clinic} />
      <ModerationSection audience="park" to={paths.parkDesk.moderation()} {...moderation} />
    </>
  );
}
