/** Before signing out on a device that still holds work of the field kit: send it, or sign out and erase it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { fieldCases } from "~/domain/clinic/field-state.server";
import { keptOnDevice } from "~/http/field-device.server";
import { requireExpert } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "field:device.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const kept = keptOnDevice(request);
  const unsent = kept?.userId === expert.userId ? kept.unsent : 0;
  return { unsent, cases: await fieldCases(store().db, expert) };
}

export default function ExpertFieldDevice() {
  const t = useTranslate();
  const { unsent, cases } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("field:device.title")}
        lead={t("field:device.lead")}
        up={{ to: paths.expert.home(), label: t("clinic:up.expert") }}
      />
      {unsent > 0 ? <Note tone="urgent">{t("field:device.unsent", { count: unsent })}</Note> : null}
      <h2 className="mt-6 text-lg">{t("field:device.cases")}</h2>
      {cases.length === 0 ? <p className="muted mt-2">{t("field:device.no_cases")}</p> : null}
      <ul className="mt-2 flex flex-col gap-2">
        {cases.map(({ id, enterpriseName }) => (
          <li key={id}>
            <LinkButton to={paths.expert.field(id)} tone={unsent > 0 ? "primary" : "plain"}>
              {t("field:device.open", { enterprise: enterpriseName })}
            </LinkButton>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.logout()} className="mt-8 flex flex-col items-start gap-2">
        <p className="measure muted">{t("field:device.erase_note")}</p>
        <Button intent="erase" tone="danger">
          {t(unsent > 0 ? "field:device.erase" : "field:device.logout")}
        </Button>
      </form>
    </>
  );
}
