import { readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { constants, createDeflate, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readPicture } from "~/domain/files/images.server";
import { MAX_PDF_BYTES, pdfRefusal } from "~/domain/files/pdf.server";
import { receive, type UploadKind } from "~/domain/files/received.server";
import { readKept, readSmall } from "~/domain/files/uploads.server";
import { env } from "~/env.server";
import {
  aHugePng,
  aPdf,
  aPdfWithPacked,
  aPdfWithStream,
  aPicture,
  aPngWithScript,
  aZipBomb,
  GIF_AND_SCRIPT,
  SVG_WITH_SCRIPT,
} from "../../world/files";

const both: UploadKind[] = ["picture", "pdf"];
const take = (bytes: Uint8Array, name = "x.png", accepts = both) =>
  receive({ name, bytes }, { accepts, scan: null, now: 5 });
const refusal = (reason: string) => ({ ok: false, reason });

describe("what means harm is refused with a reason that has a sentence", () => {
  test("a polyglot: GIF and script, PNG and ZIP, PDF and ZIP", async () => {
    expect(await take(GIF_AND_SCRIPT, "logo.gif")).toEqual(refusal("unknown_type"));
    expect(await take(Buffer.concat([await aPicture(), aZipBomb(1000)]))).toEqual(refusal("not_whole"));
    expect(await take(Buffer.concat([aPdf(), aZipBomb(1000)]), "x.pdf")).toEqual(refusal("pdf_broken"));
    expect(await take(Buffer.concat([aZipBomb(1000), aPdf()]), "x.pdf")).toEqual(refusal("unknown_type"));
  });

  test("a zip bomb that calls itself a picture or a PDF", async () => {
    const bomb = aZipBomb(50_000_000);
    expect(bomb.length).toBeLessThan(100_000);
    for (const name of ["x.png", "x.pdf"]) expect(await take(bomb, name)).toEqual(refusal("unknown_type"));
  });

  test("a drawing with a script, however it begins", async () => {
    const utf16 = Buffer.from(`\ufeff${SVG_WITH_SCRIPT.toString()}`, "utf16le");
    for (const svg of [SVG_WITH_SCRIPT, Buffer.concat([Buffer.from("\ufeff \n"), SVG_WITH_SCRIPT]), utf16])
      expect(await take(svg, "logo.png")).toEqual(refusal("svg"));
  });

  test("a hundred megapixels in a small file, before anything is unpacked", async () => {
    const bomb = aHugePng();
    expect(bomb.length).toBeLessThan(200_000);
    const started = performance.now();
    expect(await take(bomb)).toEqual(refusal("too_many_pixels"));
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("nothing, half of something, and something else", async () => {
    expect(await take(Buffer.alloc(0))).toEqual(refusal("empty"));
    const [png, pdf] = [await aPicture(), aPdf()];
    expect(await take(png.subarray(0, png.length / 2))).toEqual(refusal("not_whole"));
    expect(await take(pdf.subarray(0, pdf.length - 12), "x.pdf")).toEqual(refusal("pdf_broken"));
    expect(await take(Buffer.from("MZ\u0090\0program", "latin1"), "x.png")).toEqual(refusal("unknown_type"));
    expect(await take(Buffer.from("<html><script>alert(1)</script>"), "x.pdf")).toEqual(refusal("unknown_type"));
  });

  test("what is too large", async () => {
    expect(await take(Buffer.alloc(25_000_000, 1), "x.png")).toEqual(refusal("too_large"));
    const pdf = aPdf(`% ${"x".repeat(MAX_PDF_BYTES)}`);
    expect(await take(pdf, "x.pdf")).toEqual(refusal("pdf_too_large"));
  });

  test("a PDF where only a picture is asked for", async () => {
    expect(await take(aPdf(), "logo.png", ["picture"])).toEqual(refusal("picture_only"));
  });
});

describe("a PDF only shows pages", () => {
  test.each([
    ["a script", "4 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj"],
    ["a script with its name in escapes", "4 0 obj << /S /J#61vaScr#69pt >> endobj"],
    ["a program to start", "4 0 obj << /S /Launch /F (cmd.exe) >> endobj"],
    ["another file", "4 0 obj << /Type /EmbeddedFile >> endobj"],
    ["a form that sends", "4 0 obj << /S /SubmitForm >> endobj"],
  ])("%s is refused", async (_, object) => {
    expect(await pdfRefusal(aPdf(object))).toBe("pdf_active");
    expect(await pdfRefusal(aPdfWithStream(object))).toBe("pdf_active");
  });

  test("a script at the seam of two unpacked pieces is found", async () => {
    const text = Buffer.concat([Buffer.alloc(256 * 1024 - 4, 32), Buffer.from("/JavaScript")]);
    expect(await pdfRefusal(aPdfWithStream(text))).toBe("pdf_active");
  });

  test("a script behind a false end of its stream is found: zlib ends a stream, not a word in it", async () => {
    const packer = createDeflate({ level: 0 });
    packer.write("\nendstream endobj\n");
    await promisify(packer.params.bind(packer))(9, constants.Z_DEFAULT_STRATEGY);
    packer.end("4 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj");
    const packed = Buffer.concat(await packer.toArray());
    expect([packed.includes("endstream"), packed.includes("JavaScript")]).toEqual([true, false]);
    expect(await pdfRefusal(aPdfWithPacked(packed))).toBe("pdf_active");
  });

  test.each([" \n", "\t\r\n"])("a blank before the end of the line hides no stream: %j", async (line) => {
    const packed = deflateSync("4 0 obj << /S /JavaScript >> endobj");
    expect(await pdfRefusal(aPdfWithPacked(packed, line))).toBe("pdf_active");
  });

  test("an encrypted one cannot be looked into", async () => {
    expect(await pdfRefusal(aPdf("4 0 obj << /Encrypt 5 0 R >> endobj"))).toBe("pdf_locked");
  });

  test("one whose stream unpacks to half a gigabyte is refused, and nothing of it is kept in memory", async () => {
    const zeros = deflateSync(Buffer.alloc(64 * 1024 * 1024));
    const streams = Array.from(
      { length: 8 },
      () => `4 0 obj << /Filter /FlateDecode >> stream\n${zeros.toString("latin1")}\nendstream endobj`,
    );
    const bomb = Buffer.from(aPdf(streams.join("\n")).toString("latin1"), "latin1");
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await pdfRefusal(bomb)).toBe("pdf_unpacks");
  }, 30_000);

  test("one full of escapes is refused without reading them all", async () => {
    const started = performance.now();
    expect(await pdfRefusal(aPdf("/#4a#4a".repeat(2_000_000)))).toBe("pdf_active");
    expect(await pdfRefusal(aPdfWithStream("/#4a#4a ".repeat(2_000_000)))).toBe("pdf_active");
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("a plain one is taken as it is, and text that speaks of scripts is no script", async () => {
    expect(await pdfRefusal(aPdf("4 0 obj (JavaScript and Launch) endobj"))).toBeNull();
    expect(await pdfRefusal(aPdfWithStream("BT (page #1) Tj ET"))).toBeNull();
  });
});

describe("what is kept", () => {
  test("a picture in two sizes, encoded anew, without what hid in it", async () => {
    const taken = await take(await aPngWithScript(), "C:\\图片\\排产界面.PNG");
    if (!taken.ok) throw new Error(taken.reason);
    expect(taken.value).toMatchObject({ name: "排产界面.webp", mediaType: "image/webp", heldSince: null });
    for (const bytes of [await readKept(taken.value.id), await readSmall(taken.value.id)])
      expect(bytes?.includes("script")).toBe(false);
    const { id } = taken.value;
    expect(readdirSync(join(env.dataDir, "uploads")).filter((name) => name.includes(id))).toEqual([id, `${id}.small`]);
  });

  test("at most 1600 and 400 px, upright, transparency kept", async () => {
    const wide = await sharp({ create: { width: 4000, height: 1000, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    const kept = await readPicture(wide);
    if (!kept.ok) throw new Error(kept.reason);
    const sizes = await Promise.all([kept.value.bytes, kept.value.small].map((bytes) => sharp(bytes).metadata()));
    expect(sizes.map(({ width, height, hasAlpha }) => [width, height, hasAlpha])).toEqual([
      [1600, 400, true],
      [400, 100, true],
    ]);
  });
});

describe("a virus scanner", () => {
  const scanned = async (verdict: "clean" | "infected" | "unknown") =>
    receive({ name: "手册.pdf", bytes: aPdf() }, { accepts: both, scan: () => Promise.resolve(verdict), now: 5 });

  test("says clean: at once for everybody; infected: refused; nothing: held back", async () => {
    expect(await scanned("clean")).toMatchObject({ ok: true, value: { heldSince: null, name: "手册.pdf" } });
    expect(await scanned("infected")).toEqual(refusal("infected"));
    expect(await scanned("unknown")).toMatchObject({ ok: true, value: { heldSince: 5 } });
  });
});
