/** Complaints about providers within the reach of city and province, the oldest open one first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { ComplaintDesk } from "~/components/moderation/complaint-desk";
import { complaintsOf } from "~/http/complaint-desk.server";
import { requireAuthority } from "~/http/guards.server";

export const handle: PageHandle = { title: "complaints:desk.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  return complaintsOf(request, staff);
}

export default function ProvinceComplaints() {
  return <ComplaintDesk audience="province" {...useLoaderData<typeof loader>()} />;
}
