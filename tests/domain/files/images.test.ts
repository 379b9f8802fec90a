import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { MAX_UPLOAD_BYTES, readImage } from "~/domain/files/images.server";
import { wholeImage } from "~/domain/files/whole-image";

const plain = { create: { width: 320, height: 200, channels: 3, background: "#88aa22" } } as const;
let jpeg: Buffer;
let progressive: Buffer;
let png: Buffer;
let webp: Buffer;

beforeAll(async () => {
  jpeg = await sharp(plain).jpeg().toBuffer();
  progressive = await sharp(plain).jpeg({ progressive: true }).toBuffer();
  png = await sharp(plain).png().toBuffer();
  webp = await sharp(plain).webp().toBuffer();
});

const EXECUTABLE = Buffer.concat([Buffer.from("MZ\u0090\u0000", "latin1"), Buffer.alloc(2000, 7)]);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const ZIP_TAIL = Buffer.from("PK\u0003\u0004payload", "latin1");

describe("an image is told by its content", () => {
  test("JPEG in both kinds, PNG and WebP are read", () => {
    expect([jpeg, progressive, png, webp].map(wholeImage)).toEqual(["jpeg", "jpeg", "png", "webp"]);
  });

  test("a renamed executable, a drawing with a script and an empty file are not", async () => {
    for (const file of [EXECUTABLE, SVG, Buffer.from("%PDF-1.7"), Buffer.alloc(0), Buffer.from([0xff, 0xd8, 0xff])])
      expect(await readImage(file)).toEqual({ ok: false, reason: "not_an_image" });
  });

  test("an image with something else behind its end is not, even when that ends like an image", async () => {
    const disguised = Buffer.concat([ZIP_TAIL, Buffer.from([0xff, 0xd9])]);
    for (const image of [jpeg, progressive, png, webp])
      for (const tail of [ZIP_TAIL, disguised, Buffer.from([0])])
        expect(await readImage(Buffer.concat([image, tail]))).toEqual({ ok: false, reason: "not_an_image" });
  });

  test("an image that breaks off at any point is refused", async () => {
    for (const image of [jpeg, progressive, png, webp])
      for (const share of [0.1, 0.3, 0.6, 0.99]) {
        const cut = await readImage(image.subarray(0, Math.floor(image.length * share)));
        expect(cut.ok).toBe(false);
      }
  });

  test("one whose inside is damaged is refused as broken", async () => {
    const damaged = Buffer.from(png);
    damaged.fill(0, 60, 80);
    expect(await readImage(damaged)).toEqual({ ok: false, reason: "broken_image" });
  });
});

describe("limits", () => {
  test("more than 10 MB is refused before anything is looked at", async () => {
    expect(await readImage(Buffer.alloc(MAX_UPLOAD_BYTES + 1))).toEqual({ ok: false, reason: "too_large" });
  });

  test("a small file that unpacks to a hundred megapixels is refused", async () => {
    const bomb = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: "#000" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(MAX_UPLOAD_BYTES);
    expect(await readImage(bomb)).toEqual({ ok: false, reason: "too_many_pixels" });
  });
});

test("what is kept is upright, at most 1600 px, and tells nothing but the picture", async () => {
  const taken = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#fff" } })
    .withExif({ IFD0: { Make: "Camera" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "28/1 33/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const kept = await readImage(taken);
  if (!kept.ok) throw new Error(kept.reason);
  expect([kept.value.width, kept.value.height]).toEqual([1067, 1600]);
  const inside = await sharp(kept.value.bytes).metadata();
  expect([inside.exif, inside.xmp, inside.iptc, inside.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
