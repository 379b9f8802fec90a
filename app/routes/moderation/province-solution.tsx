/** A submitted solution before the staff of city and province: every field, what changed, earlier decisions, and the decision. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SolutionCase } from "~/components/moderation/solution-case";
import { requireAuthority } from "~/http/guards.server";
import { answerSolutionDecision, solutionCase } from "~/http/moderation.server";
import { paths } from "~/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  return solutionCase(staff, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireAuthority(request);
  const id = params.id ?? "";
  return answerSolutionDecision(request, staff, id, paths.province.solution(id));
}

export default function Solution() {
  return (
    <SolutionCase found={useLoaderData<typeof loader>()} audience="province" answer={useActionData<typeof action>()} />
  );
}
