/** A photo in a report shared with this provider. Never kept by a browser: a withdrawn consent ends it at once. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { noteAccess } from "~/domain/clinic/access-ledger.server";
import { sharedPhoto } from "~/domain/clinic/shared-reports.server";
import { readKept } from "~/domain/files/uploads.server";
import { found, requireProvider } from "~/http/guards.server";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const consentId = params.id ?? "";
  const { file, ...report } = found(await sharedPhoto(store().db, member, consentId, params.photo ?? ""));
  const bytes = found(await readKept(file.id));
  const { reportId: id, enterpriseId } = report;
  await noteAccess(store(), member, { report: { id, enterpriseId }, what: `file:${file.id}`, consentId });
  const headers = {
    "Content-Type": file.mediaType,
    "Content-Disposition": "inline",
    "Cache-Control": "private, no-store",
  };
  return new Response(bytes, { headers });
}
