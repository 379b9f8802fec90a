/** The agreed visit for the calendar of the enterprise. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitEntry } from "~/domain/clinic/visit-calendar.server";
import { calendarFile } from "~/http/calendar-file.server";
import { found, requireEnterprise } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireEnterprise(request);
  const entry = found(await visitEntry(store().db, actor, params.id ?? ""));
  return calendarFile(entry, paths.enterprise.diagnosis(entry.diagnosisId), {
    kind: "enterprise",
    ...(await translateFor(request)),
  });
}
