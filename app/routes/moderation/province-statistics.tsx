/** How moderation goes within the reach of city and province: by moderator and by month. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { StatisticsPage } from "~/components/moderation/statistics-page";
import { deskTabs } from "~/domain/moderation/desk-tabs.server";
import { moderationStatistics } from "~/domain/moderation/statistics.server";
import { requireAuthority } from "~/http/guards.server";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "moderation:statistics.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  const { db } = store();
  const [tabs, figures] = await Promise.all([deskTabs(db, staff), moderationStatistics(db, staff, Date.now())]);
  return { tabs, ...figures };
}

export default function ProvinceStatistics() {
  return <StatisticsPage audience="province" {...useLoaderData<typeof loader>()} />;
}
