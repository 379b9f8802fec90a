/** A submitted solution before the staff of city and province: what changed, notes at its fields, earlier decisions, and the decision. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SolutionCase } from "~/components/moderation/solution-case";
import { requireAuthority } from "~/http/guards.server";
import { answerSolutionReview, solutionCase } from "~/http/solution-review.server";
import { paths } from "~/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  return solutionCase(request, staff, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireAuthority(request);
  const id = params.id ?? "";
  return answerSolutionReview(request, staff, id, paths.province.solution(id), paths.province.moderation());
}

export default function Solution() {
  return (
    <SolutionCase found={useLoaderData<typeof loader>()} audience="province" answer={useActionData<typeof action>()} />
  );
}
