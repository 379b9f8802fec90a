/**
 * Whether bytes are one PDF that only shows pages. A plain scan: it reads the names of objects as they stand and in every
 * stream that zlib can open. It does not see into encrypted documents (refused), nor into streams packed in another way
 * (docs/decisions/0029).
 */
import { setImmediate } from "node:timers/promises";
import { createInflate } from "node:zlib";

export const MAX_PDF_BYTES = 20 * 1024 * 1024;
/** All streams of a document together; printed pages stay far below. */
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;
const MAX_STREAMS = 20_000;
/** What opens a file, runs something or carries another file. A script cannot stand there without the first. */
const ACTIVE = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "XFA",
  "SubmitForm",
  "ImportData",
];
const LOOKED_FOR = [...ACTIVE, "Encrypt"];
/** In one piece; who writes more names in escapes hides something, or wants this scan to take long. */
const MOST_ESCAPES = 2_000;
const LONGEST_NAME = 128;
const ESCAPED_NAME = /\/[A-Za-z0-9]{0,20}#[A-Za-z0-9#]{2,60}/g;
const PIECE_BYTES = 256 * 1024;

export type PdfRefusal = "pdf_too_large" | "pdf_broken" | "pdf_active" | "pdf_locked" | "pdf_unpacks";

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(0, 5).toString("latin1") === "%PDF-";
}

/**
 * Why a PDF is not taken, or null. `pdf_broken`: cut off, or with something behind its end; `pdf_locked`: encrypted;
 * `pdf_active`: names something that acts; `pdf_unpacks`: unpacks to more than 400 MB.
 */
export async function pdfRefusal(upload: Uint8Array): Promise<PdfRefusal | null> {
  if (upload.byteLength > MAX_PDF_BYTES) return "pdf_too_large";
  const bytes = Buffer.from(upload.buffer, upload.byteOffset, upload.byteLength);
  if (!isPdf(bytes) || !endsAsPdf(bytes)) return "pdf_broken";
  const names = await namesInAll(bytes);
  if (names.has("Encrypt")) return "pdf_locked";
  if (isActive(names)) return "pdf_active";
  return refusalOfStreams(bytes);
}

function endsAsPdf(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf("%%EOF");
  if (at < 0) return false;
  const tail = bytes.subarray(at + 5);
  return (
    tail.byteLength <= 1024 &&
    tail.every((byte) => byte === 0 || byte === 9 || byte === 10 || byte === 13 || byte === 32)
  );
}

/** The names looked for in a whole file, piece by piece, so that others are answered in between. */
async function namesInAll(bytes: Buffer): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) {
    for (const name of namesIn(bytes.subarray(at, at + PIECE_BYTES + LONGEST_NAME))) found.add(name);
    await setImmediate();
  }
  return found;
}

/** The names looked for that stand here; `#4a` in a name is the letter J. In time that grows with the length alone. */
function namesIn(bytes: Buffer): Set<string> {
  const found = new Set(LOOKED_FOR.filter((name) => stands(bytes, name)));
  if (!bytes.includes("#")) return found;
  let escapes = 0;
  for (const [escaped] of bytes.toString("latin1").matchAll(ESCAPED_NAME)) {
    if (++escapes > MOST_ESCAPES) return found.add("Hidden");
    const text = escaped.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    for (const name of LOOKED_FOR) if (text.startsWith(`/${name}`)) found.add(name);
  }
  return found;
}

/** Four bytes may stand in a packed picture by chance: a short name must be followed by its value. */
function stands(bytes: Buffer, name: string): boolean {
  if (name.length > 4) return bytes.includes(`/${name}`);
  for (let at = bytes.indexOf(`/${name}`); at >= 0; at = bytes.indexOf(`/${name}`, at + 1))
    if (" \r\n\t[".includes(String.fromCharCode(bytes[at + 1 + name.length] ?? 0))) return true;
  return false;
}

function isActive(names: ReadonlySet<string>): boolean {
  return names.has("Hidden") || ACTIVE.some((name) => names.has(name));
}

async function refusalOfStreams(bytes: Buffer): Promise<PdfRefusal | null> {
  let left = MAX_UNPACKED_BYTES;
  let streams = 0;
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    const from = dataStart(bytes, at + 6);
    if (from === null || !isZlib(bytes, from)) continue;
    if (++streams > MAX_STREAMS) return "pdf_unpacks";
    // Where the packed data end zlib knows: the word "endstream" may stand in the middle of them.
    const seen = await unpacked(bytes.subarray(from), left);
    if (seen === "too_much") return "pdf_unpacks";
    if (seen.isActive) return "pdf_active";
    left -= seen.size;
  }
  return null;
}

/** A stream's data begin on the line after the word; readers pass over blanks before its end. */
function dataStart(bytes: Buffer, word: number): number | null {
  let after = word;
  while (bytes[after] === 0x20 || bytes[after] === 0x09) after++;
  if (bytes[after] === 0x0d && bytes[after + 1] === 0x0a) return after + 2;
  return bytes[after] === 0x0a || bytes[after] === 0x0d ? after + 1 : null;
}

/** RFC 1950: the two bytes that every zlib stream begins with. */
function isZlib(bytes: Buffer, at: number): boolean {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

type Seen = { size: number; isActive: boolean };

/** Unpacks piece by piece and keeps nothing, so that a bomb costs time up to the limit and no memory. */
async function unpacked(packed: Buffer, limit: number): Promise<Seen | "too_much"> {
  const inflate = createInflate({ chunkSize: PIECE_BYTES });
  inflate.end(packed);
  let size = 0;
  let tail = Buffer.alloc(0);
  try {
    for await (const piece of inflate) {
      size += piece.byteLength;
      if (size > limit) return "too_much";
      const text = Buffer.concat([tail, piece]);
      if (isActive(namesIn(text))) return { size, isActive: true };
      tail = text.subarray(-LONGEST_NAME);
    }
  } catch {
    // What no reader can unpack cannot act either: what came before the damage was looked at.
  }
  return { size, isActive: false };
}
