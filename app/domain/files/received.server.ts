/** What people upload for their organisation: told by content, made harmless, or refused. docs/decisions/0029. */
import { newId } from "#db/ids.server";
import { done, refused, type Outcome } from "../outcome";
import { fileNameOf } from "./file-names";
import { MAX_UPLOAD_BYTES, readPicture, type ImageRefusal } from "./images.server";
import { isPdf, MAX_PDF_BYTES, pdfRefusal, type PdfRefusal } from "./pdf.server";
import type { Scanner } from "./scanner.server";
import { keepFile, keepSmall } from "./uploads.server";
import { beginsAsImage, isSvg } from "./whole-image";

export type UploadKind = "picture" | "pdf";
export type Upload = { name: string; bytes: Uint8Array };
export type UploadRefusal =
  | Exclude<ImageRefusal, "not_an_image">
  | PdfRefusal
  | "empty"
  | "svg"
  | "unknown_type"
  | "picture_only"
  | "not_whole"
  | "infected";

/** A file whose bytes are on the disk, before its row is written with `noteFile`. */
export type Received = {
  id: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  small?: Uint8Array;
  width?: number;
  height?: number;
  heldSince: number | null;
};

/** The most that is read of any upload. */
export const MOST_BYTES = MAX_PDF_BYTES;

/**
 * Looks at an upload, makes it harmless, has it scanned when a scanner is configured, and puts its bytes on the disk. When the scanner
 * does not answer, the file is kept back (`heldSince`) until it does. Refuses with a reason that has a sentence
 * (media:refused.…). Bytes whose row is never written go with the next sweep.
 */
export async function receive(
  upload: Upload,
  { accepts, scan, now }: { accepts: readonly UploadKind[]; scan: Scanner | null; now: number },
): Promise<Outcome<Received, UploadRefusal>> {
  const read = await harmless(upload.bytes, accepts);
  if (!read.ok) return read;
  const verdict = scan === null ? "clean" : await scan(upload.bytes);
  if (verdict === "infected") return refused("infected");
  const id = newId("fil");
  const name = fileNameOf(upload.name, read.value.mediaType);
  await keepFile(id, read.value.bytes);
  if (read.value.small) await keepSmall(id, read.value.small);
  return done({ ...read.value, id, name, heldSince: verdict === "clean" ? null : now });
}

type Harmless = Omit<Received, "id" | "name" | "heldSince">;

/** By content alone; the name and the type the browser gave say nothing. */
async function harmless(
  bytes: Uint8Array,
  accepts: readonly UploadKind[],
): Promise<Outcome<Harmless, Exclude<UploadRefusal, "infected">>> {
  if (bytes.byteLength === 0) return refused("empty");
  if (isPdf(bytes)) {
    if (!accepts.includes("pdf")) return refused("picture_only");
    const refusal = await pdfRefusal(bytes);
    return refusal ? refused(refusal) : done({ bytes, mediaType: "application/pdf" });
  }
  if (bytes.byteLength > MAX_UPLOAD_BYTES) return refused("too_large");
  if (isSvg(bytes)) return refused("svg");
  const picture = await readPicture(bytes);
  if (picture.ok) return picture;
  if (picture.reason !== "not_an_image") return refused(picture.reason);
  return refused(beginsAsImage(bytes) ? "not_whole" : "unknown_type");
}
