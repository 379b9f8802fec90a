/** A photo of a finding, for those who may read the report it stands in; never public. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { noteFileAccess } from "~/domain/clinic/access-ledger.server";
import { photoFor } from "~/domain/clinic/field-photos.server";
import { readKept } from "~/domain/files/uploads.server";
import { found, requireCaseActors } from "~/http/guards.server";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actors = await requireCaseActors(request);
  const file = found(await photoFor(store().db, actors, params.id ?? ""));
  await noteFileAccess(store(), actors, file.id);
  // The name never gets another content, so what was read once is still right; asked anew every day who may.
  const headers = {
    "Content-Type": file.mediaType,
    "Content-Disposition": "inline",
    "Cache-Control": "private, max-age=86400",
    ETag: `"${file.sha256}"`,
    Vary: "Cookie",
  };
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(found(await readKept(file.id)), { headers });
}
