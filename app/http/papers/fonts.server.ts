/** The letters of every paper: Noto Sans SC (OFL 1.1), two weights, 30,890 characters each. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const { resolve } = createRequire(import.meta.url);
const PACKAGE = "@expo-google-fonts/noto-sans-sc";

/** The family's name inside the files. */
export const FAMILY = "Noto Sans SC";

export const fontFiles = {
  regular: resolve(`${PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`),
  bold: resolve(`${PACKAGE}/700Bold/NotoSansSC_700Bold.ttf`),
} as const;

/** The font with no other letters than these: some 100 kB instead of 10 MB. */
export async function subsetOf(weight: keyof typeof fontFiles, characters: string): Promise<Buffer> {
  return subsetFont(await readFile(fontFiles[weight]), characters, { targetFormat: "truetype" });
}

type Range = { first: number; last: number };
let kept: Promise<readonly Range[]> | undefined;

/** Whether the font has a letter for a code point; read once in the life of the process. */
export async function coverage(): Promise<(codePoint: number) => boolean> {
  kept ??= readFile(fontFiles.regular).then(rangesOf);
  const ranges = await kept;
  return (codePoint) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.last ?? 0) < codePoint) low = middle + 1;
      else high = middle;
    }
    return (ranges[low]?.first ?? Infinity) <= codePoint;
  };
}

const FORMAT_12 = 12;

/** OpenType 1.9, "cmap": the groups of the table in format 12, which are sorted. */
function rangesOf(font: Buffer): Range[] {
  const cmap = tableAt(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  const starts = Array.from({ length: count }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8));
  const start = starts.find((at) => font.readUInt16BE(at) === FORMAT_12);
  if (start === undefined) throw new Error("the font has no character map of format 12");
  return Array.from({ length: font.readUInt32BE(start + 12) }, (_, index) => {
    const at = start + 16 + index * 12;
    return { first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4) };
  });
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, index) => 12 + index * 16);
  const record = records.find((at) => font.toString("latin1", at, at + 4) === tag);
  if (record === undefined) throw new Error(`the font has no table ${tag}`);
  return font.readUInt32BE(record + 8);
}
