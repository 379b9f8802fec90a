/** A provider before the staff of its home park: its profile, its solutions, earlier decisions, and the decision. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProviderCase } from "~/components/moderation/provider-case";
import { requirePark } from "~/http/guards.server";
import { readIntent } from "~/http/form.server";
import { answerProviderDecision, providerCase } from "~/http/moderation.server";
import { answerVerdict } from "~/http/qualification-verdict.server";
import { paths } from "~/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return providerCase(request, staff, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const id = params.id ?? "";
  const { intent } = await readIntent(request.clone());
  if (intent === "judge") return answerVerdict(request, staff, id, paths.parkDesk.provider(id));
  return answerProviderDecision(request, staff, id, paths.parkDesk.provider(id));
}

export default function Provider() {
  return (
    <ProviderCase found={useLoaderData<typeof loader>()} audience="park" answer={useActionData<typeof action>()} />
  );
}
