/** Files as people, and those who mean harm, would send them. */
import { deflateRawSync, deflateSync, crc32 } from "node:zlib";
import sharp from "sharp";

/** A picture that anybody would take. */
export function aPicture(width = 640, height = 400): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#2f7f83" } })
    .png()
    .toBuffer();
}

/** A PDF of one page; `objects` are added as they stand. */
export function aPdf(objects = ""): Buffer {
  return Buffer.from(
    `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj
${objects}
trailer << /Root 1 0 R >>
%%EOF
`,
    "latin1",
  );
}

/** The same with an object stream, packed as every modern program packs it. */
export function aPdfWithStream(text: string | Buffer): Buffer {
  return aPdfWithPacked(deflateSync(text));
}

/** The same with a stream that was packed in some way, its data after `line`. */
export function aPdfWithPacked(packed: Buffer, line = "\n"): Buffer {
  const head = `4 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream${line}`;
  const [before = "", after = ""] = aPdf("@").toString("latin1").split("@");
  return Buffer.concat([
    Buffer.from(before + head, "latin1"),
    packed,
    Buffer.from(`\nendstream endobj${after}`, "latin1"),
  ]);
}

/** A ZIP with one entry of so many zeros. */
export function aZipBomb(bytes: number): Buffer {
  const name = Buffer.from("zeros");
  const packed = deflateRawSync(Buffer.alloc(bytes));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(bytes, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}

/** Small on the disk, a hundred megapixels when opened. */
export function aHugePng(side = 10_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const row = Math.ceil(side / 8) + 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(row * side))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A picture with a script in a text chunk: whole, valid, and a trap for whoever keeps it as it is. */
export async function aPngWithScript(): Promise<Buffer> {
  const png = await aPicture(64, 64);
  const text = chunk("tEXt", Buffer.from("Comment\0<script>alert(1)</script>", "latin1"));
  return Buffer.concat([png.subarray(0, -12), text, png.subarray(-12)]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const out = Buffer.alloc(content.length + 12);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), content.length + 8);
  return out;
}

export const SVG_WITH_SCRIPT = Buffer.from(
  '<?xml version="1.0"?><!-- logo --><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
);

/** GIF and JavaScript at once: a comment hides the picture from the script. */
export const GIF_AND_SCRIPT = Buffer.from("GIF89a/*\u0001\u0001\u0000\u0000*/=1;alert(1);", "latin1");
