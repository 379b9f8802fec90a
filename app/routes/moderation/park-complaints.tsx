/** Complaints about providers within the reach of the park, the oldest open one first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { ComplaintDesk } from "~/components/moderation/complaint-desk";
import { complaintsOf } from "~/http/complaint-desk.server";
import { requirePark } from "~/http/guards.server";

export const handle: PageHandle = { title: "complaints:desk.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return complaintsOf(request, staff);
}

export default function ParkComplaints() {
  return <ComplaintDesk audience="park" {...useLoaderData<typeof loader>()} />;
}
