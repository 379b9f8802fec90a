/** A photo sent from the shop floor: PUT with its bytes, `?finding=` says where it belongs. May be sent again at any time. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { notePhoto, placeOfPhoto, type PhotoOnItsWay } from "~/domain/clinic/field-photos.server";
import { MAX_UPLOAD_BYTES, readImage } from "~/domain/files/images.server";
import { isFileId, keepFile } from "~/domain/files/uploads.server";
import { notFound, requireExpert } from "~/http/guards.server";
import { answerJson } from "~/http/json.server";
import { readWhole } from "~/http/upload.server";
import { store } from "~/store.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireExpert(request);
  throw notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const findingId = new URL(request.url).searchParams.get("finding") ?? "";
  const photo: PhotoOnItsWay = { id: params.photo ?? "", diagnosisId: params.id ?? "", findingId };
  if (request.method !== "PUT" || !isFileId(photo.id)) throw notFound();
  const place = await placeOfPhoto(store().db, expert, photo);
  if (!place.ok) return refuse(place.reason);
  if (place.value.isThere) return answerJson({ id: photo.id });
  if (Number(request.headers.get("Content-Length") ?? 0) > MAX_UPLOAD_BYTES) return refuse("too_large");
  const bytes = await readWhole(request);
  if (bytes === null) throw new Response(null, { status: 400 });
  const image = await readImage(bytes);
  if (!image.ok) return refuse(image.reason);
  // The file first: a row never names what is not there; a file without a row goes with the next sweep.
  await keepFile(photo.id, image.value.bytes);
  const noted = await store().write((tx) => notePhoto(tx, expert, photo, image.value));
  return noted.ok ? answerJson({ id: photo.id }, 201) : refuse(noted.reason);
}

/** `reason` has a sentence in the kit: field:photo.refused.… */
function refuse(reason: string): Response {
  if (reason === "not_found") throw notFound();
  return answerJson({ reason }, reason === "gone" || reason === "closed" || reason === "too_many" ? 409 : 422);
}
