/**
 * A picture or paper of the catalogue. Public when it stands on a public page; else for its owner and the moderators of its
 * provider, and not there for anybody else. Nothing that comes from here runs: docs/decisions/0029.
 */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { catalogueFile } from "~/domain/catalogue/catalogue-files.server";
import { dispositionOf } from "~/domain/files/file-names";
import type { StoredFile } from "~/domain/files/stored-files.server";
import { isFileId, readKept, readSmall } from "~/domain/files/uploads.server";
import { moderatedFile } from "~/domain/moderation/qualifications.server";
import { catalogueActors, found, notFound } from "~/http/guards.server";
import { store } from "~/store.server";

/** A week: a picture that was taken down leaves the caches of others then. */
const PUBLIC = "public, max-age=604800, immutable";
const OWN = "private, no-store";
const NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = params.id ?? "";
  if (!isFileId(id)) throw notFound();
  const known = found(await catalogueFile(store().db, id));
  const file = known.isPublic ? known.file : found(await forActors(request, id, known.providerId));
  const isSmall = file.hasSmall && new URL(request.url).searchParams.get("size") === "small";
  const headers: Record<string, string> = {
    "Content-Type": file.mediaType,
    "Content-Disposition": dispositionOf(isPicture(file) ? "inline" : "attachment", file.name),
    "Content-Security-Policy": NOTHING_RUNS,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": known.isPublic ? PUBLIC : OWN,
    ETag: `"${file.sha256}${isSmall ? "-small" : ""}"`,
    ...(known.isPublic ? {} : { Vary: "Cookie" }),
  };
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(found(await (isSmall ? readSmall : readKept)(file.id)), { headers });
}

function isPicture({ mediaType }: StoredFile): boolean {
  return mediaType === "image/webp";
}

async function forActors(request: Request, id: string, providerId: string): Promise<StoredFile | null> {
  for (const actor of await catalogueActors(request)) {
    if (actor.kind !== "provider") {
      const file = await moderatedFile(store().db, actor, id);
      if (file) return file;
    } else if (actor.organisationId === providerId) return (await catalogueFile(store().db, id))?.file ?? null;
  }
  return null;
}
