/** A case on the park's desk: accept, ask, decline, send an expert, agree the visit, answer an objection, close, cancel. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { answerForAny } from "~/components/clinic/answer-for";
import { CaseView } from "~/components/clinic/case-view";
import { ParkActs } from "~/components/clinic/park-acts";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { casePage } from "~/domain/clinic/case-page.server";
import { answerObjection, closeDiagnosis } from "~/domain/clinic/confirmations.server";
import {
  acceptDiagnosis,
  assignExpert,
  cancelDiagnosis,
  declineDiagnosis,
  requestChanges,
} from "~/domain/clinic/desk.server";
import { ParkCaseForm } from "~/domain/clinic/diagnosis-form";
import { maySendExpert } from "~/domain/clinic/diagnosis-status";
import { expertsFor } from "~/domain/clinic/experts.server";
import { mayRemind, remindHolder } from "~/domain/clinic/reminders.server";
import { arrangeVisit } from "~/domain/clinic/visits.server";
import type { ParkStaff } from "~/domain/identity/actor";
import { caseProblem } from "~/http/case-refusals";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requirePark } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const page = found(await casePage(db, staff, params.id ?? "", Date.now()));
  const experts = maySendExpert(page.case.status, "park") ? await expertsFor(db, staff, [page.case.id]) : null;
  return { page, experts, canRemind: mayRemind(staff, page.where), pageTitle: page.enterprise.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const form = await readForm(request, ParkCaseForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const outcome = await act(staff, params.id ?? "", value);
  const here = paths.parkDesk.diagnosis(params.id ?? "");
  if (outcome.ok)
    return redirectWith(here, value.intent === "remind" ? "desk:flash.remind" : `clinic:flash.${value.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "reminded_today") return form.refuse({ form: "desk:refused.reminded_today" });
  const sentence = `clinic:refused.${outcome.reason}` as const;
  return form.refuse(caseProblem(outcome.reason, sentence));
}

function act(staff: ParkStaff, id: string, value: z.infer<typeof ParkCaseForm>) {
  const seen = { id, edit: value.edit };
  return store().write(async (tx) => {
    switch (value.intent) {
      case "accept":
        return acceptDiagnosis(tx, staff, seen);
      case "ask":
        return requestChanges(tx, staff, seen, value);
      case "decline":
        return declineDiagnosis(tx, staff, seen, value);
      case "cancel":
        return cancelDiagnosis(tx, staff, seen, value);
      case "assign":
        return assignExpert(tx, staff, id, value);
      case "schedule":
        return arrangeVisit(tx, staff, id, value);
      case "answer_objection":
        return answerObjection(tx, staff, id, value);
      case "remind":
        return remindHolder(tx, staff, id, value);
      case "close":
        return closeDiagnosis(tx, staff, seen);
    }
  });
}

export default function ParkDiagnosis() {
  const t = useTranslate();
  const { page, experts, canRemind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={page.enterprise.name} up={{ to: paths.parkDesk.diagnoses(), label: t("clinic:desk.title") }} />
      <RefusalNote answer={answerForAny(answer, ["accept", "close"])} />
      <CaseView page={page} viewer="park">
        <ParkActs page={page} experts={experts} canRemind={canRemind} answer={answer} />
      </CaseView>
    </>
  );
}
