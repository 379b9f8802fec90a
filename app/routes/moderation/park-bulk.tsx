/** Several items of the queue of the park at once: what would happen to each, then doing it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { BulkPage } from "~/components/moderation/bulk-page";
import { answerBulk, bulkDesk } from "~/http/bulk-desk.server";
import { requirePark } from "~/http/guards.server";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "moderation:bulk.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return bulkDesk(request, staff);
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  return answerBulk(request, staff, paths.parkDesk.moderation());
}

export default function ParkBulk() {
  return <BulkPage audience="park" {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
