/** A paper as PDF by pdfmake: A4, letters embedded as far as they are used, a bookmark for every heading. */
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { coverage, fontFiles } from "./fonts.server";
import { COLOURS, withTexts, writable, type Images, type Paper } from "./paper";
import { drawnBlocks, factTable, WIDTH_PT } from "./pdf-blocks.server";

const A4_WIDTH_PT = 595;
const SIDE_PT = (A4_WIDTH_PT - WIDTH_PT) / 2;

pdfmake.setFonts({ text: { normal: fontFiles.regular, bold: fontFiles.bold } });
// Papers hold what people typed: nothing in one may make the server open a file or an address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === fontFiles.regular || path === fontFiles.bold);

/** 〓: the printer's sign for a letter that is not in the case. */
const MISSING = "〓";
/** What only says how the letter before it looks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

export async function pdfOf(paper: Paper, images: Images): Promise<Buffer> {
  return pdfmake.createPdf(definitionOf(await printable(writable(paper)), images)).getBuffer();
}

/** What the font can print; where a letter is missing, the cover says how that is shown. */
async function printable(paper: Paper): Promise<Paper> {
  const hasLetter = await coverage();
  const { missingLetters, ...said } = paper;
  let isMissing = false;
  const shown = withTexts({ ...said, missingLetters: "" }, (text) =>
    text.replace(INVISIBLE, "").replace(/[^\n]/gu, (letter) => {
      if (hasLetter(letter.codePointAt(0) ?? 0)) return letter;
      isMissing = true;
      return MISSING;
    }),
  );
  return isMissing ? { ...shown, missingLetters } : shown;
}

function definitionOf(paper: Paper, images: Images): TDocumentDefinitions {
  return {
    pageSize: "A4",
    pageMargins: [SIDE_PT, 72, SIDE_PT, 64],
    language: paper.language,
    version: "1.7",
    displayTitle: true,
    info: {
      ...{ title: `${paper.subject} ${paper.title}`, author: paper.author, subject: paper.subject },
      ...{ creator: "Shuzhen", producer: "pdfmake" },
    },
    defaultStyle: { font: "text", fontSize: 10.5, lineHeight: 1.35, color: COLOURS.ink },
    images: Object.fromEntries([...images].map(([id, bytes]) => [id, dataUrl(bytes)])),
    watermark:
      paper.mark === null
        ? undefined
        : { text: paper.mark, font: "text", color: COLOURS.mark, opacity: 0.12, fontSize: 72 },
    header: (page) => (page === 1 ? markLine(paper) : headLine(paper)),
    footer: (page, count) => footLine(paper, page, count),
    content: [cover(paper), ...drawnBlocks(paper.blocks)],
  };
}

function dataUrl(bytes: Uint8Array): string {
  return `data:image/jpeg;base64,${Buffer.from(bytes).toString("base64")}`;
}

function markLine({ mark }: Paper): Content {
  return {
    text: mark ?? "",
    alignment: "right",
    color: COLOURS.mark,
    bold: true,
    fontSize: 9,
    margin: [SIDE_PT, 34, SIDE_PT, 0],
  };
}

function headLine({ head, mark }: Paper): Content {
  return {
    margin: [SIDE_PT, 34, SIDE_PT, 0],
    stack: [
      {
        fontSize: 9,
        columns: [
          { text: head, color: COLOURS.muted, width: "*" },
          { text: mark ?? "", color: COLOURS.mark, bold: true, alignment: "right", width: "auto" },
        ],
      },
      { canvas: [{ type: "line", x1: 0, y1: 3, x2: WIDTH_PT, y2: 3, lineWidth: 0.5, lineColor: COLOURS.line }] },
    ],
  };
}

function footLine({ pages: [before, between, after] }: Paper, page: number, count: number): Content {
  const text = `${before}${page}${between}${count}${after}`;
  return { text, alignment: "center", fontSize: 9, color: COLOURS.muted, margin: [0, 22, 0, 0] };
}

function cover({ title, subject, cover: { facts, notes, foot }, missingLetters }: Paper): Content {
  return {
    pageBreak: "after",
    stack: [
      { canvas: [{ type: "rect", x: 0, y: 0, w: 64, h: 5, color: COLOURS.strong }], margin: [0, 60, 0, 24] },
      { text: title, fontSize: 28, bold: true, lineHeight: 1.2 },
      { text: subject, fontSize: 17, margin: [0, 12, 0, 32] },
      factTable(facts, { label: 120, size: 11.5, gap: 5 }),
      {
        stack: notes.map((text): Content => ({ text, color: COLOURS.mark, margin: [0, 0, 0, 6] })),
        margin: [0, 28, 0, 0],
      },
      { text: missingLetters, fontSize: 9, color: COLOURS.muted, margin: [0, 12, 0, 0] },
      { text: foot, fontSize: 9, color: COLOURS.muted, margin: [0, 12, 0, 0] },
    ],
  };
}
