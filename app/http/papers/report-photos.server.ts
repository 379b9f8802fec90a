/** The photos of a report for paper: a few of each finding, made small enough that the file can be mailed. */
import sharp from "sharp";
import type { PhotoOfReport } from "~/domain/clinic/report-photos.server";
import { readKept } from "~/domain/files/uploads.server";
import type { Images, Picture } from "./paper";
import type { PhotosOfFindings } from "./report-findings";

/** Half a page's width at 150 dots an inch. */
const LONGEST_SIDE_PX = 900;
const OF_A_FINDING = 4;
const OF_A_REPORT = 60;

export type PhotosOnPaper = { photos: PhotosOfFindings; images: Images };

/** Reads and shrinks the bytes one after the other: sharp works on threads of its own. A photo that cannot be read counts as not shown. */
export async function photosOnPaper(all: readonly PhotoOfReport[]): Promise<PhotosOnPaper> {
  const images = new Map<string, Uint8Array>();
  const photos = new Map<string, { shown: Picture[]; more: number }>();
  for (const { id, findingId, caption } of all) {
    const found = photos.get(findingId) ?? { shown: [], more: 0 };
    photos.set(findingId, found);
    const isWanted = found.shown.length < OF_A_FINDING && images.size < OF_A_REPORT;
    const small = isWanted ? await shrunk(id) : null;
    if (small) {
      images.set(id, small.data);
      found.shown.push({ id, width: small.info.width, height: small.info.height, caption });
    } else found.more += 1;
  }
  return { photos, images };
}

async function shrunk(id: string) {
  const kept = await readKept(id);
  if (!kept) return null;
  return sharp(kept)
    .resize(LONGEST_SIDE_PX, LONGEST_SIDE_PX, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
}
