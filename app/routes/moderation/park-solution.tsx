/** A submitted solution before the staff of the park: what changed, notes at its fields, earlier decisions, and the decision. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SolutionCase } from "~/components/moderation/solution-case";
import { requirePark } from "~/http/guards.server";
import { answerSolutionReview, solutionCase } from "~/http/solution-review.server";
import { paths } from "~/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return solutionCase(request, staff, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const id = params.id ?? "";
  return answerSolutionReview(request, staff, id, paths.parkDesk.solution(id), paths.parkDesk.moderation());
}

export default function Solution() {
  return (
    <SolutionCase found={useLoaderData<typeof loader>()} audience="park" answer={useActionData<typeof action>()} />
  );
}
