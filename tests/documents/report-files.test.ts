/** The report of forty findings as PDF and DOCX, read by poppler and LibreOffice. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { docxOf } from "~/http/papers/docx.server";
import type { Paper } from "~/http/papers/paper";
import { pdfOf } from "~/http/papers/pdf.server";
import { reportPaper } from "~/http/papers/report-paper";
import { translator } from "~/i18n/translator.server";
import { adviceOf, aLongReport, FINDINGS, issued, pageFor, titleOf } from "../world/long-report";
import { bookmarksOf, dense, fontsOf, infoOf, openedByOffice, pagesOf, partOf } from "../world/readers";

const words = { locale: "zh-CN", t: translator("zh-CN") } as const;
const nothing = { photos: new Map(), isDemo: false };
/** Rare, outside the font, drawn by two code points, and what XML cannot hold. */
const ODD = "𠮷田😀👨‍👩‍👧龘㐂\u0007\uFFFF<b>&\"'";

let folder: string;
let paper: Paper;
let docx: Buffer;
let office: { whole: string; odd: string };
/** Milliseconds of CPU: what else runs on the machine does not count. */
const took: Record<string, number> = {};

const at = (name: string) => join(folder, name);

async function kept(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const from = process.cpuUsage();
  const bytes = await make();
  const { user, system } = process.cpuUsage(from);
  took[name] = (user + system) / 1000;
  await writeFile(at(name), bytes);
  return bytes;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shuzhen-documents-"));
  const long = await aLongReport();
  const draft = reportPaper(await pageFor(long, long.clinic.expert), words, nothing);
  await issued(long);
  paper = reportPaper(await pageFor(long, long.clinic.owner), words, nothing);
  await kept("whole.pdf", () => pdfOf(paper, new Map()));
  docx = await kept("whole.docx", () => docxOf(paper, new Map()));
  await kept("draft.pdf", () => pdfOf(draft, new Map()));
  await kept("odd.pdf", () => pdfOf(withOddTitle(paper), new Map()));
  await kept("odd.docx", () => docxOf(withOddTitle(paper), new Map()));
  const [whole = "", odd = ""] = await openedByOffice(at("whole.docx"), at("odd.docx"));
  office = { whole, odd };
});

function withOddTitle(from: Paper): Paper {
  return { ...from, blocks: [{ kind: "heading", level: 1, text: ODD }, ...from.blocks.slice(0, 4)] };
}

/** What runs at the head and foot of pages may stand in the middle of a paragraph. */
function textOf(pages: readonly string[], of: Paper): string {
  const [before, between, after] = of.pages.map(dense);
  const foot = new RegExp(`${before}\\d+${between}\\d+${after}`, "g");
  return pages.map((page) => page.replaceAll(dense(of.head), "").replace(foot, "")).join("");
}

/** Every text of a block, a line each. */
function saidBy(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n").map(dense).filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(saidBy);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => (["kind", "tone", "id"].includes(key) ? [] : saidBy(inside)));
}

/** Where each title stands; -1 when it does not. */
function placesOf(text: string): number[] {
  const places = [text.indexOf(dense("问题 1  排产靠经验"))];
  for (let no = 2; no <= FINDINGS; no++) places.push(text.indexOf(dense(`问题 ${no}  ${titleOf(no)}`)));
  return places;
}

const inOrder = (places: readonly number[]) =>
  places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));

describe("the PDF", () => {
  test("names every finding and every recommendation, in order, in Chinese", async () => {
    const text = textOf(await pagesOf(at("whole.pdf")), paper);
    expect(placesOf(text)).toHaveLength(FINDINGS);
    expect(inOrder(placesOf(text))).toBe(true);
    for (let no = 2; no <= FINDINGS; no++) expect(text).toContain(dense(adviceOf(no)));
  });

  test("has its fonts inside", async () => {
    const fonts = await fontsOf(at("whole.pdf"));
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]+\+/, "")).sort()).toEqual([
      "NotoSansSC-Bold",
      "NotoSansSC-Regular",
    ]);
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  });

  test("says what it is, and leads to every finding", async () => {
    const info = await infoOf(at("whole.pdf"));
    expect(info).toMatchObject({ Title: `${paper.subject} ${paper.title}`, Author: paper.author });
    expect(info["Page size"]).toContain("A4");
    const bookmarks = (await bookmarksOf(at("whole.pdf"))).map(dense);
    for (let no = 3; no <= FINDINGS; no++) expect(bookmarks).toContain(dense(`问题 ${no}  ${titleOf(no)}`));
  });

  test("numbers its pages, and repeats the head of a table on each of its pages", async () => {
    const pages = await pagesOf(at("whole.pdf"));
    pages.forEach((page, index) => expect(page).toContain(`第${index + 1}页,共${pages.length}页`));
    // The cover is one page, whatever it has to say.
    expect(pages[1]).toContain(dense("一看就懂"));
    const roadmap = pages.filter((page) => /20\d\d年第\d季度建议/.test(page) && page.includes("时间建议"));
    expect(roadmap.length).toBeGreaterThan(1);
  });

  test("of a draft says so on every page", async () => {
    const pages = await pagesOf(at("draft.pdf"));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((page) => !page.includes("草稿"))).toEqual([]);
    expect((await pagesOf(at("whole.pdf"))).join("")).not.toContain("草稿");
  });
});

describe("the DOCX file", () => {
  test("is opened by LibreOffice with every finding, in order", async () => {
    const text = textOf(await pagesOf(office.whole), paper);
    expect(inOrder(placesOf(text))).toBe(true);
  });

  test("brings its own font, which LibreOffice takes", async () => {
    const names = (await fontsOf(office.whole)).map(({ name }) => name.replace(/^[A-Z]+\+/, ""));
    expect(names).toContain("NotoSansSC-Regular");
    expect(names).toContain("NotoSansSC-Bold");
    const table = partOf(docx, "word/fontTable.xml");
    expect(table.match(/w:fontKey="\{[0-9A-F-]{36}\}"/g)).toHaveLength(2);
  });

  test("repeats the heads of tables and has headings", () => {
    const text = partOf(docx, "word/document.xml");
    expect(text.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text.match(/w:val="Heading2"/g)?.length).toBeGreaterThanOrEqual(FINDINGS);
  });
});

test("both say everything that is on the paper", async () => {
  const said = paper.blocks.flatMap(saidBy);
  expect(said.length).toBeGreaterThan(500);
  const pdf = textOf(await pagesOf(at("whole.pdf")), paper);
  expect(said.filter((line) => !pdf.includes(line))).toEqual([]);
  const word = textOf(await pagesOf(office.whole), paper);
  expect(said.filter((line) => !word.includes(line))).toEqual([]);
});

test("a letter that the font does not have is shown as such and breaks nothing", async () => {
  const pdf = (await pagesOf(at("odd.pdf"))).join("");
  expect(pdf).toContain(dense("〓田〓〓〓〓龘㐂<b>&\"'"));
  expect(pdf).toContain(dense(paper.missingLetters));
  expect((await pagesOf(at("whole.pdf"))).join("")).not.toContain(dense(paper.missingLetters));
  const text = partOf(await readFile(at("odd.docx")), "word/document.xml");
  expect(text).toContain("𠮷田😀");
  expect((await pagesOf(office.odd)).join("")).toContain("田");
});

test("either takes less than five seconds, also the first time", () => {
  expect(took["whole.pdf"]).toBeLessThan(5000);
  expect(took["whole.docx"]).toBeLessThan(5000);
});
