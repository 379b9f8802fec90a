/** The expert's report, a draft included, as PDF. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireExpert } from "~/http/guards.server";
import { reportFile } from "~/http/papers/report-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  return reportFile(request, expert, params.id, "pdf");
}
