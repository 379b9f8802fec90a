/** Files as others read them: what poppler and LibreOffice say of them. */
import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";

const run = promisify(execFile);

/** The text of a PDF as it stands in the file, one string a page, without spaces and line ends. */
export async function pagesOf(file: string): Promise<string[]> {
  const { stdout } = await run("pdftotext", ["-raw", file, "-"], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.split("\f").slice(0, -1).map(dense);
}

/** Without what only separates: lines are broken elsewhere in every file. */
export function dense(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

export type ReadFont = { name: string; isEmbedded: boolean };

export async function fontsOf(file: string): Promise<ReadFont[]> {
  const { stdout } = await run("pdffonts", [file]);
  return stdout
    .split("\n")
    .slice(2)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      // name … emb sub uni object ID
      const words = line.trim().split(/\s+/);
      return { name: words[0] ?? "", isEmbedded: words.at(-5) === "yes" };
    });
}

/** "Title" → what it says. */
export async function infoOf(file: string): Promise<Record<string, string>> {
  const { stdout } = await run("pdfinfo", [file]);
  return Object.fromEntries(
    stdout.split("\n").map((line) => [line.split(":")[0] ?? "", line.replace(/^[^:]*:\s*/, "")]),
  );
}

/** The bookmarks of a PDF, all levels, in order. */
export async function bookmarksOf(file: string): Promise<string[]> {
  const { stdout } = await run("pdftohtml", ["-xml", "-i", "-stdout", file], { maxBuffer: 32 * 1024 * 1024 });
  return [...stdout.matchAll(/<item[^>]*>([^<]*)<\/item>/g)].map(([, text = ""]) => text);
}

/** LibreOffice opens the files and writes each as PDF, which it cannot do with a broken one; answers where they are. */
export async function openedByOffice(...files: string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "shuzhen-office-"));
  // A profile of its own: two programs on one profile wait for each other.
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files], {
    timeout: 90_000,
  });
  return files.map((file) => join(folder, basename(file).replace(/\.\w+$/, ".pdf")));
}

const CENTRAL_HEADER = Buffer.from("PK\u0001\u0002");

/** One part of a DOCX file, found in the directory at the end of the ZIP archive. */
export function partOf(docx: Buffer, path: string): string {
  for (let at = docx.indexOf(CENTRAL_HEADER); at >= 0; at = docx.indexOf(CENTRAL_HEADER, at + 4)) {
    const nameLength = docx.readUInt16LE(at + 28);
    if (docx.toString("utf8", at + 46, at + 46 + nameLength) !== path) continue;
    const [method, packed, local] = [
      docx.readUInt16LE(at + 10),
      docx.readUInt32LE(at + 20),
      docx.readUInt32LE(at + 42),
    ];
    const start = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28);
    const bytes = docx.subarray(start, start + packed);
    return (method === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
  }
  throw new Error(`there is no ${path}`);
}
