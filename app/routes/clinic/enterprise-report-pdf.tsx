/** The enterprise's report as PDF. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireEnterprise } from "~/http/guards.server";
import { reportFile } from "~/http/papers/report-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  return reportFile(request, member, params.id, "pdf");
}
