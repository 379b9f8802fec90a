/** A complaint about a provider's conduct, by anyone signed in but its own people. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { ComplaintForm } from "~/components/moderation/complaint-form";
import { publishedProvider } from "~/domain/catalogue/provider-list.server";
import { answerComplaintAbout, complaintFormFor } from "~/http/complaint-desk.server";
import { found, requireUser } from "~/http/guards.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "complaints:form.title.provider" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const provider = found(await publishedProvider(store().db, params.slug ?? ""));
  return {
    title: provider.name,
    to: paths.provider(provider.slug),
    ...(await complaintFormFor(request, { kind: "provider", id: provider.id })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireUser(request);
  const provider = await publishedProvider(store().db, params.slug ?? "");
  return answerComplaintAbout(request, { kind: "provider", id: provider?.id ?? null });
}

export default function ComplaintAboutProvider() {
  return <ComplaintForm kind="provider" {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
