/** One complaint before the staff of the park: what it says, the provider's side, and the answer. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ComplaintCase } from "~/components/moderation/complaint-case";
import { answerComplaintForm, complaintCase } from "~/http/complaint-desk.server";
import { requirePark } from "~/http/guards.server";
import { paths } from "~/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return complaintCase(staff, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const id = params.id ?? "";
  return answerComplaintForm(request, staff, id, paths.parkDesk.complaint(id));
}

export default function ParkComplaint() {
  return (
    <ComplaintCase found={useLoaderData<typeof loader>()} audience="park" answer={useActionData<typeof action>()} />
  );
}
