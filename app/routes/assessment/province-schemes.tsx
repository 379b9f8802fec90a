/** The versions of the assessment scheme before the province's staff; city staff see none. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SchemeList } from "~/components/assessment/scheme-list";
import type { PageHandle } from "~/components/layout/page-handle";
import { requireProvince } from "~/http/guards.server";
import { schemesDesk } from "~/http/scheme-desk.server";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "schemes:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireProvince(request);
  return schemesDesk();
}

export default function Schemes() {
  return <SchemeList {...useLoaderData<typeof loader>()} at={paths.province.scheme} />;
}
