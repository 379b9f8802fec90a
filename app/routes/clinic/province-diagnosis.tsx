/** A case as a city or the province sees it. Once it has come up to them they remind and replace; the province may end it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { AuthorityActs } from "~/components/clinic/authority-acts";
import { CaseView } from "~/components/clinic/case-view";
import { PageHeader } from "~/components/kit/page";
import { casePage } from "~/domain/clinic/case-page.server";
import { assignExpert, cancelDiagnosis } from "~/domain/clinic/desk.server";
import { AuthorityCaseForm } from "~/domain/clinic/diagnosis-form";
import { maySendExpert } from "~/domain/clinic/diagnosis-status";
import { expertsFor } from "~/domain/clinic/experts.server";
import { reachedBy } from "~/domain/clinic/promises";
import { mayRemind, remindHolder } from "~/domain/clinic/reminders.server";
import type { AuthorityStaff } from "~/domain/identity/actor";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireAuthority } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  const { db } = store();
  const page = found(await casePage(db, staff, params.id ?? "", Date.now()));
  const canReplace = maySendExpert(page.case.status, staff.level) && reachedBy(page.where).includes(staff.level);
  const experts = canReplace ? await expertsFor(db, staff, [page.case.id]) : null;
  const canRemind = mayRemind(staff, page.where);
  return { page, experts, canRemind, level: staff.level, pageTitle: page.enterprise.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireAuthority(request);
  const form = await readForm(request, AuthorityCaseForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const outcome = await act(staff, params.id ?? "", value);
  const here = paths.province.diagnosis(params.id ?? "");
  if (outcome.ok)
    return redirectWith(here, value.intent === "remind" ? "desk:flash.remind" : `clinic:flash.${value.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "reminded_today") return form.refuse({ form: "desk:refused.reminded_today" });
  const sentence = `clinic:refused.${outcome.reason}` as const;
  return form.refuse(outcome.reason === "unknown_expert" ? { fields: { expertUserId: sentence } } : { form: sentence });
}

function act(staff: AuthorityStaff, id: string, value: z.infer<typeof AuthorityCaseForm>) {
  return store().write(async (tx) => {
    switch (value.intent) {
      case "cancel":
        return cancelDiagnosis(tx, staff, { id, edit: value.edit }, value);
      case "assign":
        return assignExpert(tx, staff, id, value);
      case "remind":
        return remindHolder(tx, staff, id, value);
    }
  });
}

export default function ProvinceDiagnosis() {
  const t = useTranslate();
  const { page, experts, canRemind, level } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={page.enterprise.name}
        up={{ to: paths.province.diagnoses(), label: t("clinic:region.title") }}
      />
      <CaseView page={page} viewer={level}>
        <AuthorityActs page={page} level={level} experts={experts} canRemind={canRemind} answer={answer} />
      </CaseView>
    </>
  );
}
