/** One effect before its park: check the figures, confirm or send back with words. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EffectActs } from "~/components/effects/effect-acts";
import { EffectView } from "~/components/effects/effect-view";
import type { PageHandle } from "~/components/layout/page-handle";
import { ActForm, RejectForm } from "~/domain/effects/effect-form";
import { effectForPark } from "~/domain/effects/effect-pages.server";
import { decideEffect } from "~/domain/effects/effect-review.server";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent } from "~/http/form.server";
import { found, notFound, requirePark } from "~/http/guards.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "effects:park.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return { page: found(await effectForPark(store().db, staff, found(params.id))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const id = found(params.id);
  // Not theirs is not there, whatever was typed.
  found(await effectForPark(store().db, staff, id));
  const { intent } = await readIntent(request.clone());
  const act = intent === "reject" ? "reject" : "park_confirm";
  const form = await readForm(request, act === "reject" ? RejectForm : ActForm);
  if (!form.ok) return form.reply;
  const text = "text" in form.value ? String(form.value.text) : "";
  const outcome = await store().write((tx) => decideEffect(tx, staff, id, { act, edit: form.value.edit, text }));
  if (outcome.ok) return redirectWith(paths.parkDesk.effects(), `effects:flash.${act}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: outcome.reason === "stale" ? "form:stale" : `effects:refused.${outcome.reason}` });
}

export default function ParkEffect() {
  const { page } = useLoaderData<typeof loader>();
  return (
    <EffectView page={page} side="park" up={paths.parkDesk.effects()}>
      <EffectActs page={page} side="park" answer={useActionData<typeof action>()} />
    </EffectView>
  );
}
