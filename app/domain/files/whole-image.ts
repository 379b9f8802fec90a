/**
 * Whether bytes are one image and nothing else. A file that begins as an image and goes on as something else is opened as
 * that something by whoever trusts its name; the photos of our own kit never do.
 */
export type ImageKind = "jpeg" | "png" | "webp";

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The kind of a whole image by its content, or null: another kind of file, cut off, or with something behind its end. */
export function wholeImage(bytes: Uint8Array): ImageKind | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return endsAsJpeg(bytes) ? "jpeg" : null;
  if (startsWith(bytes, PNG_HEAD)) return endsAsPng(view) ? "png" : null;
  const isWebp = bytes.length > 12 && wordAt(bytes, 0) === "RIFF" && wordAt(bytes, 8) === "WEBP";
  return isWebp && view.getUint32(4, true) + 8 === bytes.length ? "webp" : null;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((value, at) => bytes[at] === value);
}

function wordAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** ITU-T T.81 annex B: segments by their lengths, after a scan header the coded data up to the next real marker. */
function endsAsJpeg(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 1 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2 === bytes.length;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    // A fill byte before a marker is allowed; a length below two would not move on.
    if (marker === 0xff) at += 1;
    else if (length < 2) return false;
    else at = marker === 0xda ? afterScan(bytes, at + 2 + length) : at + 2 + length;
  }
  return false;
}

function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return bytes.length;
}

function endsAsPng(view: DataView): boolean {
  let at = PNG_HEAD.length;
  while (at + 12 <= view.byteLength) {
    const isLast = view.getUint32(at + 4) === 0x49454e44;
    at += 12 + view.getUint32(at);
    if (isLast) return at === view.byteLength;
  }
  return false;
}

/** Whether the first bytes are those of an image we take, whatever follows. */
export function beginsAsImage(bytes: Uint8Array): boolean {
  const isWebp = bytes.length > 12 && wordAt(bytes, 0) === "RIFF" && wordAt(bytes, 8) === "WEBP";
  return isWebp || startsWith(bytes, [0xff, 0xd8, 0xff]) || startsWith(bytes, PNG_HEAD);
}

/** A drawing in XML: it may carry scripts and load from elsewhere. UTF-16 has a zero beside every letter. */
export function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replaceAll("\0", "");
  return /^[^<]{0,3}\s*</.test(head) && /<([\w-]+:)?svg[\s>]/i.test(head);
}
