/** A paper as DOCX by docx: A4, real headings, and the letters it uses inside the file, so that it looks the same everywhere. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IParagraphOptions,
} from "docx";
import { drawnBlocks, factTable, WIDTH_DXA } from "./docx-blocks.server";
import { DXA_PER_PT, run } from "./docx-words.server";
import { fontTableOf } from "./docx-fonts";
import { FAMILY, subsetOf } from "./fonts.server";
import { charactersOf, COLOURS, writable, type Images, type Paper } from "./paper";

const A4 = { width: 11_906, height: 16_838 };
const SIDE = (A4.width - WIDTH_DXA) / 2;
/** What page numbers and a first correction need, whatever the paper says. */
const ALWAYS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("") + "，。、；：（）";

export async function docxOf(given: Paper, images: Images): Promise<Buffer> {
  const paper = writable(given);
  const letters = charactersOf(paper) + ALWAYS;
  const [regular, bold] = await Promise.all([subsetOf("regular", letters), subsetOf("bold", letters)]);
  const document = new Document({
    ...{ title: `${paper.subject} ${paper.title}`, subject: paper.subject },
    ...{ creator: paper.author, lastModifiedBy: paper.author },
    fonts: [regular, bold].map((data) => ({ name: FAMILY, data })),
    styles: stylesOf(paper),
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: A4, margin: { top: 1440, bottom: 1280, left: SIDE, right: SIDE, header: 680, footer: 600 } },
        },
        headers: {
          first: new Header({ children: [markLine(paper)] }),
          default: new Header({ children: [headLine(paper)] }),
        },
        footers: { first: footOf(paper), default: footOf(paper) },
        children: [...cover(paper), ...drawnBlocks(paper.blocks, images)],
      },
    ],
  });
  const keys = document.FontTable.fontOptionsWithKey.map(({ fontKey }) => fontKey);
  return Packer.toBuffer(document, undefined, [{ path: "word/fontTable.xml", data: fontTableOf(FAMILY, keys) }]);
}

function stylesOf({ language }: Paper) {
  const heading = (size: number, color: string, before: number) => ({
    run: { size, color, font: FAMILY, bold: true },
    paragraph: { keepNext: true, spacing: { before, after: 120, line: 300, lineRule: LineRuleType.AUTO } },
  });
  return {
    default: {
      document: {
        run: {
          ...{ font: FAMILY, size: 21, color: ink(COLOURS.ink) },
          language: { value: language === "en" ? "en-GB" : "zh-CN", eastAsia: "zh-CN" },
        },
        paragraph: { spacing: { after: 120, line: 320, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 56, font: FAMILY, bold: true },
        paragraph: { spacing: { before: 400, after: 200 } },
      },
      heading1: heading(31, ink(COLOURS.strong), 360),
      heading2: heading(25, ink(COLOURS.ink), 240),
      heading3: heading(21, ink(COLOURS.strong), 120),
    },
  };
}

function markLine({ mark }: Paper): Paragraph {
  const children = [run(mark ?? "", { isStrong: true, color: COLOURS.mark, size: 9 })];
  return new Paragraph({ alignment: AlignmentType.RIGHT, children });
}

function headLine({ head, mark }: Paper): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH_DXA }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: ink(COLOURS.line), space: 4 } },
    children: [
      run(head, { color: COLOURS.muted, size: 9 }),
      run(`\t${mark ?? ""}`, { isStrong: true, color: COLOURS.mark, size: 9 }),
    ],
  });
}

function footOf({ pages: [before, between, after] }: Paper): Footer {
  const numbered = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  const children = [new TextRun({ children: numbered, size: 18, color: ink(COLOURS.muted) })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

function cover({ title, subject, cover: { facts, notes, foot } }: Paper) {
  const bar = { top: { style: BorderStyle.SINGLE, size: 36, color: ink(COLOURS.strong), space: 18 } };
  const spaced = (before: number, after = 0): IParagraphOptions["spacing"] => ({
    before: before * DXA_PER_PT,
    after: after * DXA_PER_PT,
  });
  return [
    new Paragraph({
      style: "Title",
      border: bar,
      spacing: spaced(96, 12),
      children: [run(title, { isStrong: true, size: 28 })],
    }),
    new Paragraph({ spacing: spaced(0, 44), children: [run(subject, { size: 17 })] }),
    factTable(facts, { label: 120, size: 11.5, indent: 0 }),
    ...notes.map((text) => new Paragraph({ spacing: spaced(12), children: [run(text, { color: COLOURS.mark })] })),
    new Paragraph({ spacing: spaced(28), children: [run(foot, { color: COLOURS.muted, size: 9 })] }),
    new Paragraph({ pageBreakBefore: true, spacing: spaced(0), children: [] }),
  ];
}

function ink(colour: string): string {
  return colour.slice(1);
}
