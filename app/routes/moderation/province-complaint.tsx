/** One complaint before the staff of city and province: what it says, the provider's side, and the answer. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ComplaintCase } from "~/components/moderation/complaint-case";
import { answerComplaintForm, complaintCase } from "~/http/complaint-desk.server";
import { requireAuthority } from "~/http/guards.server";
import { paths } from "~/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  return complaintCase(staff, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireAuthority(request);
  const id = params.id ?? "";
  return answerComplaintForm(request, staff, id, paths.province.complaint(id));
}

export default function ProvinceComplaint() {
  return (
    <ComplaintCase found={useLoaderData<typeof loader>()} audience="province" answer={useActionData<typeof action>()} />
  );
}
