/** Images as they are kept: checked by content, turned upright, small enough for a page, without anything it told besides the picture. */
import sharp from "sharp";
import { done, refused, type Outcome } from "~/domain/outcome";
import { wholeImage } from "./whole-image";

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
/** Phones take up to 50 megapixels; what claims more unpacks to more memory than a process has to give. */
export const MAX_PIXELS = 50_000_000;
const LONGEST_SIDE = 1600;
/** Beside a text or in a list, on a sharp screen. */
const LONGEST_SIDE_SMALL = 400;

export type KeptImage = { bytes: Buffer; mediaType: "image/jpeg"; width: number; height: number };
export type KeptPicture = { bytes: Buffer; small: Buffer; mediaType: "image/webp"; width: number; height: number };
export type ImageRefusal = "too_large" | "not_an_image" | "too_many_pixels" | "broken_image";

// Decoded pictures are used once; keeping them costs memory and gains nothing.
sharp.cache(false);

/**
 * Decodes an upload and encodes it anew as JPEG, at most 1600 px on the longer side, without metadata (place, device, time).
 * Refuses by content, whatever name or type the sender gave.
 */
export async function readImage(upload: Uint8Array): Promise<Outcome<KeptImage, ImageRefusal>> {
  const refusal = await imageRefusal(upload);
  if (refusal) return refused(refusal);
  const kept = await encoded(upload);
  return kept ? done(kept) : refused("broken_image");
}

/**
 * The same for pictures on pages: WebP in two sizes, at most 1600 and 400 px on the longer side, transparency kept. What hid
 * in the upload beside the picture (a script in a text chunk, a place in its metadata) is not in what is encoded anew.
 */
export async function readPicture(upload: Uint8Array): Promise<Outcome<KeptPicture, ImageRefusal>> {
  const refusal = await imageRefusal(upload);
  if (refusal) return refused(refusal);
  const [large, small] = await Promise.all([webp(upload, LONGEST_SIDE), webp(upload, LONGEST_SIDE_SMALL)]);
  if (!large || !small) return refused("broken_image");
  const { width, height } = large.info;
  return done({ bytes: large.data, small: small.data, mediaType: "image/webp", width, height });
}

async function imageRefusal(upload: Uint8Array): Promise<ImageRefusal | null> {
  if (upload.byteLength > MAX_UPLOAD_BYTES) return "too_large";
  if (wholeImage(upload) === null) return "not_an_image";
  const pixels = await pixelsOf(upload);
  if (pixels === null) return "broken_image";
  return pixels > MAX_PIXELS ? "too_many_pixels" : null;
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

function webp(upload: Uint8Array, side: number) {
  return sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .rotate()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
}
