/** A provider before city and province: the same as its park sees, and for the province the move to another home park. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HomeParkForm } from "~/components/moderation/home-park-form";
import { ProviderCase } from "~/components/moderation/provider-case";
import { placeTree } from "~/domain/catalogue/audience-options";
import type { AuthorityStaff } from "~/domain/identity/actor";
import { MoveForm } from "~/domain/moderation/decision-form";
import { moveHomePark } from "~/domain/moderation/home-parks.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent } from "~/http/form.server";
import { notFound, requireAuthority } from "~/http/guards.server";
import { answerProviderDecision, providerCase } from "~/http/moderation.server";
import { answerVerdict } from "~/http/qualification-verdict.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  const subject = await providerCase(request, staff, params.id);
  const mayMove = staff.level === "province";
  return {
    subject,
    places: mayMove ? placeTree(await referenceOf(store().db), []) : null,
    pageTitle: subject.pageTitle,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireAuthority(request);
  const id = params.id ?? "";
  const { intent } = await readIntent(request.clone());
  if (intent === "move") return move(request, staff, id);
  if (intent === "judge") return answerVerdict(request, staff, id, paths.province.provider(id));
  return answerProviderDecision(request, staff, id, paths.province.provider(id));
}

async function move(request: Request, staff: AuthorityStaff, id: string) {
  const form = await readForm(request, MoveForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => moveHomePark(tx, staff, id, form.value));
  if (outcome.ok) return redirectWith(paths.province.provider(id), "moderation:move.done");
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "unknown_park")
    return form.refuse({ fields: { parkSlug: "moderation:move.refused.unknown_park" } });
  return form.refuse({ form: "moderation:move.refused.not_allowed" });
}

export default function Provider() {
  const { subject, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOfMove = answer?.initialValue?.intent === "move";
  return (
    <ProviderCase
      found={subject}
      audience="province"
      answer={isOfMove ? undefined : answer}
      more={places ? <HomeParkForm park={subject.park} places={places} answer={isOfMove ? answer : undefined} /> : null}
    />
  );
}
