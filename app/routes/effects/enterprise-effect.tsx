/** One effect before its enterprise: measure again, note figures, confirm. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForAny } from "~/components/clinic/answer-for";
import { EffectActs } from "~/components/effects/effect-acts";
import { EffectView } from "~/components/effects/effect-view";
import { FigureEditor } from "~/components/effects/figure-editor";
import { Reassess } from "~/components/effects/reassess";
import { RefusalNote } from "~/components/kit/form";
import type { PageHandle } from "~/components/layout/page-handle";
import { ActForm, ConfirmForm, FigureForm, RemoveForm } from "~/domain/effects/effect-form";
import { effectForEnterprise } from "~/domain/effects/effect-pages.server";
import { mayEdit } from "~/domain/effects/effect-status";
import { confirmEffect, noteFigure, removeFigure, reopenEffect } from "~/domain/effects/effects.server";
import { beginReassessment } from "~/domain/effects/reassessment.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import type { Outcome } from "~/domain/outcome";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import type { MessageKey } from "~/i18n/messages";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "effects:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  return { page: found(await effectForEnterprise(store().db, member, found(params.id))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const id = found(params.id);
  const { intent } = await readIntent(request.clone());
  if (intent === "reassess") {
    const form = await readForm(request, ActForm);
    return form.ok ? measureAgain(form, member, id) : form.reply;
  }
  if (intent === "figure") {
    const form = await readForm(request, FigureForm);
    if (!form.ok) return form.reply;
    return answered(
      form,
      id,
      "effects:flash.figure",
      await store().write((tx) => noteFigure(tx, member, id, form.value)),
    );
  }
  if (intent === "remove") {
    const form = await readForm(request, RemoveForm);
    if (!form.ok) return form.reply;
    return answered(
      form,
      id,
      "effects:flash.figure",
      await store().write((tx) => removeFigure(tx, member, id, form.value)),
    );
  }
  if (intent === "reopen") {
    const form = await readForm(request, ActForm);
    if (!form.ok) return form.reply;
    return answered(
      form,
      id,
      "effects:flash.reopened",
      await store().write((tx) => reopenEffect(tx, member, id, form.value)),
    );
  }
  const form = await readForm(request, ConfirmForm);
  if (!form.ok) return form.reply;
  const confirmed = await store().write((tx) => confirmEffect(tx, member, id, form.value));
  return answered(form, id, "effects:flash.enterprise_confirmed", confirmed);
}

async function measureAgain<Reply>({ refuse }: Read<Reply>, member: EnterpriseMember, id: string) {
  const begun = await store().write((tx) => beginReassessment(tx, member, id));
  if (begun.ok) return redirect(paths.enterprise.assessment(begun.value.id), 303);
  if (begun.reason === "not_found") throw notFound();
  return refuse({ form: `effects:refused.${begun.reason}` });
}

type Reason = "not_found" | "not_open" | "stale" | "nothing_measured" | "assessment_open";
type Read<Reply> = { refuse: (problems: { form: string }) => Reply };

function answered<Reply>({ refuse }: Read<Reply>, id: string, flash: MessageKey, outcome: Outcome<undefined, Reason>) {
  if (outcome.ok) return redirectWith(paths.enterprise.effect(id), flash);
  if (outcome.reason === "not_found") throw notFound();
  return refuse({ form: outcome.reason === "stale" ? "form:stale" : `effects:refused.${outcome.reason}` });
}

export default function EnterpriseEffect() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOpen = mayEdit(page.status);
  return (
    <EffectView page={page} side="enterprise" up={paths.enterprise.effects()}>
      <RefusalNote answer={answerForAny(answer, ["reassess", "remove", "reopen"])} />
      {isOpen ? <Reassess page={page} /> : null}
      {isOpen ? <FigureEditor page={page} answer={answer} /> : null}
      <EffectActs page={page} side="enterprise" answer={answer} />
    </EffectView>
  );
}
