/** A photo as it is kept: checked by content, turned upright, small enough for a page, without anything it told besides the picture. */
import sharp from "sharp";
import { done, refused, type Outcome } from "~/domain/outcome";
import { wholeImage } from "./whole-image";

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
/** Phones take up to 50 megapixels; what claims more unpacks to more memory than a process has to give. */
export const MAX_PIXELS = 50_000_000;
const LONGEST_SIDE = 1600;

export type KeptImage = { bytes: Buffer; mediaType: "image/jpeg"; width: number; height: number };
export type ImageRefusal = "too_large" | "not_an_image" | "too_many_pixels" | "broken_image";

// Decoded pictures are used once; keeping them costs memory and gains nothing.
sharp.cache(false);

/**
 * Decodes an upload and encodes it anew as JPEG, at most 1600 px on the longer side, without metadata (place, device, time).
 * Refuses by content, whatever name or type the sender gave.
 */
export async function readImage(upload: Uint8Array): Promise<Outcome<KeptImage, ImageRefusal>> {
  if (upload.byteLength > MAX_UPLOAD_BYTES) return refused("too_large");
  if (wholeImage(upload) === null) return refused("not_an_image");
  const pixels = await pixelsOf(upload);
  if (pixels === null) return refused("broken_image");
  if (pixels > MAX_PIXELS) return refused("too_many_pixels");
  const kept = await encoded(upload);
  return kept ? done(kept) : refused("broken_image");
}

/** From the header alone; nothing is decoded yet. */
async function pixelsOf(upload: Uint8Array): Promise<number | null> {
  const head = await sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return head?.width && head.height ? head.width * head.height : null;
}

async function encoded(upload: Uint8Array): Promise<KeptImage | null> {
  const made = await sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .rotate()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  return made && { bytes: made.data, mediaType: "image/jpeg", width: made.info.width, height: made.info.height };
}
