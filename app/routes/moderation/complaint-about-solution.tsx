/** A complaint about a published solution, by anyone signed in but its own provider. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { ComplaintForm } from "~/components/moderation/complaint-form";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { answerComplaintAbout, complaintFormFor } from "~/http/complaint-desk.server";
import { found, requireUser } from "~/http/guards.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "complaints:form.title.solution" };

/** One that no list shows any more still has its page, and the link here. */
async function shown(slug = "") {
  const { bySlug, hidden } = await publishedCatalogue(store().db);
  return bySlug.get(slug) ?? hidden.get(slug) ?? null;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const solution = found(await shown(params.slug));
  return {
    title: solution.title,
    to: paths.solution(solution.slug),
    ...(await complaintFormFor(request, { kind: "solution", id: solution.id })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireUser(request);
  const solution = await shown(params.slug);
  return answerComplaintAbout(request, { kind: "solution", id: solution?.id ?? null });
}

export default function ComplaintAboutSolution() {
  return <ComplaintForm kind="solution" {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
