/** What waits for a decision of the park, oldest first, and all its providers. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { ModerationDesk } from "~/components/moderation/moderation-desk";
import { requirePark } from "~/http/guards.server";
import { moderationDesk } from "~/http/moderation.server";

export const handle: PageHandle = { title: "moderation:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return moderationDesk(request, staff);
}

export default function Moderation() {
  return <ModerationDesk audience="park" {...useLoaderData<typeof loader>()} />;
}
