/**
 * A page of several pieces, and its gzip put together from what was made small before. A flush ends a piece of deflate at a
 * whole byte, and a piece that was made alone points to nothing before it: so pieces follow each other in one stream.
 */
import { constants, crc32, deflateRawSync } from "node:zlib";

/** `deflated`: made when first needed. */
export type Piece = { readonly html: Buffer; deflated?: Buffer };

const BEGIN = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty last block. */
const END = Buffer.from([3, 0]);

export function pieceOf(html: string): Piece {
  return { html: Buffer.from(html) };
}

export function wholeOf(pieces: readonly Piece[]): Buffer {
  return Buffer.concat(pieces.map(({ html }) => html));
}

export function gzipOf(pieces: readonly Piece[]): Buffer {
  const trailer = Buffer.alloc(8);
  let crc = 0;
  let sizeBytes = 0;
  for (const { html } of pieces) {
    crc = crc32(html, crc);
    sizeBytes += html.length;
  }
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(sizeBytes, 4);
  return Buffer.concat([BEGIN, ...pieces.map(deflatedOf), END, trailer]);
}

function deflatedOf(piece: Piece): Buffer {
  piece.deflated ??= deflateRawSync(piece.html, { level: 6, finishFlush: constants.Z_SYNC_FLUSH });
  return piece.deflated;
}
