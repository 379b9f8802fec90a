/** Effects of the park's enterprises: those that wait for the park first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EffectTable } from "~/components/effects/effect-table";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { effectsOfPark } from "~/domain/effects/effect-pages.server";
import { requirePark } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "effects:park.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const lines = await effectsOfPark(store().db, staff);
  const isWaiting = ({ status }: { status: string }) => status === "enterprise_confirmed";
  return { waiting: lines.filter(isWaiting).toReversed(), others: lines.filter((line) => !isWaiting(line)) };
}

export default function ParkEffects() {
  const t = useTranslate();
  const { waiting, others } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("effects:park.title")} lead={t("effects:park.lead")} />
      <Section id="waiting" title={t("effects:park.waiting", { count: waiting.length })}>
        {waiting.length === 0 ? (
          <EmptyState title={t("effects:park.none")} />
        ) : (
          <EffectTable lines={waiting} side="park" hrefOf={paths.parkDesk.effect} />
        )}
      </Section>
      {others.length > 0 ? (
        <Section id="others" title={t("effects:park.others")}>
          <EffectTable lines={others} side="park" hrefOf={paths.parkDesk.effect} />
        </Section>
      ) : null}
    </>
  );
}
