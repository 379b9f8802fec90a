/** The report for the park as DOCX. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePark } from "~/http/guards.server";
import { reportFile } from "~/http/papers/report-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  return reportFile(request, staff, params.id, "docx");
}
