/** A submitted solution before the staff of the park: every field, what changed, earlier decisions, and the decision. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SolutionCase } from "~/components/moderation/solution-case";
import { requirePark } from "~/http/guards.server";
import { answerSolutionDecision, solutionCase } from "~/http/moderation.server";
import { paths } from "~/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return solutionCase(staff, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const id = params.id ?? "";
  return answerSolutionDecision(request, staff, id, paths.parkDesk.solution(id));
}

export default function Solution() {
  return (
    <SolutionCase found={useLoaderData<typeof loader>()} audience="park" answer={useActionData<typeof action>()} />
  );
}
