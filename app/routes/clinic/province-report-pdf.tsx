/** An issued report for a city or the province as PDF. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAuthority } from "~/http/guards.server";
import { reportFile } from "~/http/papers/report-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  return reportFile(request, staff, params.id, "pdf");
}
