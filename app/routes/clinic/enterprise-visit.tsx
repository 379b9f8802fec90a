/** The free times of the expert: the enterprise picks its visit, or moves it for a reason. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PickTime } from "~/components/clinic/pick-form";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { PickForm } from "~/domain/clinic/slot-form";
import { pickingFor } from "~/domain/clinic/visit-picking.server";
import { pickVisit } from "~/domain/clinic/visits.server";
import { caseProblem } from "~/http/case-refusals";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "visits:pick.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const picking = found(await pickingFor(store().db, member, params.id ?? "", Date.now()));
  if (picking === "not_possible") throw redirect(paths.enterprise.diagnosis(params.id ?? ""));
  return picking;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const form = await readForm(request, PickForm);
  if (!form.ok) return form.reply;
  const id = params.id ?? "";
  const outcome = await store().write((tx) => pickVisit(tx, member, id, form.value));
  if (outcome.ok) return redirectWith(paths.enterprise.diagnosis(id), "visits:flash.picked");
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "visit_taken") return form.refuse({ fields: { slotId: "visits:pick.taken" } });
  return form.refuse(caseProblem(outcome.reason, `clinic:refused.${outcome.reason}`));
}

export default function EnterpriseVisit() {
  const t = useTranslate();
  const locale = useLocale();
  const { case: about, expert, isMove, times } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t(isMove ? "visits:pick.move_title" : "visits:pick.title")}
        lead={t("visits:pick.lead", { expert: expert.name })}
        up={{ to: paths.enterprise.diagnosis(about.id), label: t("clinic:up.case") }}
      />
      <div className="flex flex-col gap-5">
        {isMove && about.visitAt !== null ? (
          <Note>{t("visits:pick.now", { when: formatDateTime(locale, about.visitAt) })}</Note>
        ) : null}
        {times.length > 0 ? (
          <PickTime about={about} isMove={isMove} times={times} answer={answer} />
        ) : (
          <EmptyState title={t("visits:pick.none")}>
            <p>{t("visits:pick.none_lead")}</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}
