/** Photos of findings: who may add, read and remove them. The bytes are the files area's. */
import { and, eq, inArray } from "drizzle-orm";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { finding, report } from "#db/schema/clinic.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { KeptImage } from "~/domain/files/images.server";
import { forgetFile, noteFile, storedFileOf, type StoredFile } from "~/domain/files/stored-files.server";
import type { Expert } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { mayRead } from "./case-page.server";
import { newestReport } from "./draft-report.server";
import { isFieldOpen, type FieldVerdict } from "./field";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";
import { photosOfReport } from "./report-photos.server";

export const MAX_PHOTOS = 12;

/** A photo on its way: made on the device, taken into a finding of the case. */
export type PhotoOnItsWay = { id: string; diagnosisId: string; findingId: string };
type Place = { about: Diagnosis; isThere: boolean };
type PlaceRefusal = "not_found" | "closed" | "gone" | "too_many";

/**
 * Where a photo would go, asked before its bytes are looked at and again when it is noted. `isThere`: it arrived before.
 * Refuses a case that is not the expert's, one that takes no more changes, a finding that is not in its draft (yet), and the
 * thirteenth photo of one.
 */
export async function placeOfPhoto(
  db: Reader,
  expert: Expert,
  { id, diagnosisId, findingId }: PhotoOnItsWay,
): Promise<Outcome<Place, PlaceRefusal>> {
  const about = await diagnosisFor(db, expert, diagnosisId);
  if (!about) return refused("not_found");
  const places = await db.select().from(findingPhoto).where(eq(findingPhoto.fileId, id));
  if (places.some((place) => place.findingId === findingId)) return done({ about, isThere: true });
  if (places.length > 0) return refused("gone");
  if (!isFieldOpen(about)) return refused("closed");
  const draft = await newestReport(db, about.id);
  const isOurs = and(eq(finding.id, findingId), eq(finding.reportId, draft?.id ?? ""));
  if (draft?.status !== "draft" || !(await one(db.select({ id: finding.id }).from(finding).where(isOurs))))
    return refused("gone");
  if ((await db.$count(findingPhoto, eq(findingPhoto.findingId, findingId))) >= MAX_PHOTOS) return refused("too_many");
  return done({ about, isThere: false });
}

/** Notes a photo whose bytes are kept. Refuses what placeOfPhoto refuses; one that is there already stays as it is. Writes stored_file, finding_photo, journal. */
export async function notePhoto(
  tx: Writer,
  expert: Expert,
  photo: PhotoOnItsWay,
  image: KeptImage,
): Promise<Outcome<Place, PlaceRefusal>> {
  const place = await placeOfPhoto(tx, expert, photo);
  if (!place.ok || place.value.isThere) return place;
  const { about } = place.value;
  const owner = { id: photo.id, ownerOrganisationId: about.enterpriseId, byUserId: expert.userId };
  await noteFile(tx, owner, image);
  await tx.insert(findingPhoto).values({ fileId: photo.id, findingId: photo.findingId, createdAt: Date.now() });
  await recordPhoto(tx, expert, about, { action: "report.photo_added", id: photo.id });
  return place;
}

/** Takes a photo out of a draft; one that is gone already is no error. Writes finding_photo, stored_file, journal. */
export async function removePhoto(tx: Writer, expert: Expert, about: Diagnosis, id: string): Promise<FieldVerdict> {
  const draft = await newestReport(tx, about.id);
  if (draft?.status !== "draft") return { status: "closed" };
  const photo = (await photosOfReport(tx, draft.id)).find((one) => one.id === id);
  if (!photo) return { status: "done", seen: null };
  await takeOut(tx, [photo.findingId], [id]);
  await recordPhoto(tx, expert, about, { action: "report.photo_removed", id });
  return { status: "done", seen: null };
}

/** The file of a photo when one of these actors may read the report it stands in, else null. */
export async function photoFor(db: Reader, actors: readonly CaseActor[], fileId: string): Promise<StoredFile | null> {
  const places = await db
    .select({ diagnosisId: report.diagnosisId, status: report.status })
    .from(findingPhoto)
    .innerJoin(finding, eq(finding.id, findingPhoto.findingId))
    .innerJoin(report, eq(report.id, finding.reportId))
    .where(eq(findingPhoto.fileId, fileId));
  for (const actor of actors)
    for (const { diagnosisId, status } of places)
      if (mayRead(actor, status) && (await diagnosisFor(db, actor, diagnosisId))) return storedFileOf(db, fileId);
  return null;
}

/** Takes the photos of findings along when these are taken out; a finding with photos could not be deleted. */
export async function forgetPhotosOf(tx: Writer, findingIds: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ id: findingPhoto.fileId })
    .from(findingPhoto)
    .where(inArray(findingPhoto.findingId, [...findingIds]));
  await takeOut(
    tx,
    findingIds,
    rows.map(({ id }) => id),
  );
}

/** A file that stands in an earlier version of the report stays. */
async function takeOut(tx: Writer, findingIds: readonly string[], fileIds: readonly string[]): Promise<void> {
  const isThese = inArray(findingPhoto.fileId, [...fileIds]);
  await tx.delete(findingPhoto).where(and(isThese, inArray(findingPhoto.findingId, [...findingIds])));
  for (const id of new Set(fileIds))
    if ((await tx.$count(findingPhoto, eq(findingPhoto.fileId, id))) === 0) await forgetFile(tx, id);
}

async function recordPhoto(
  tx: Writer,
  expert: Expert,
  { id, enterpriseId, parkSlug, regionCode }: Diagnosis,
  what: { action: string; id: string },
): Promise<void> {
  await record(tx, expert, {
    action: what.action,
    subject: { kind: "diagnosis", id },
    ...{ ownerOrganisationId: enterpriseId, parkSlug, regionCode },
    after: { id: what.id },
  });
}
