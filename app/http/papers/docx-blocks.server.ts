/** The blocks of a paper as docx's paragraphs and tables. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type ITableBordersOptions,
} from "docx";
import { DXA_PER_PT, run, runs } from "./docx-words.server";
import {
  COLOURS,
  type Block,
  type Images,
  type MatrixRow,
  type PaperFact,
  type Picture,
  type SignaturePlace,
} from "./paper";

export const WIDTH_DXA = 9660;
const INDENT_DXA = 280;
const PX_PER_PT = 96 / 72;

type Drawn = Paragraph | Table;

export function drawnBlocks(blocks: readonly Block[], images: Images, indent = 0): Drawn[] {
  return blocks.flatMap((block) => drawnBlock(block, images, indent));
}

function drawnBlock(block: Block, images: Images, indent: number): Drawn[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: levels[block.level], indent: { left: indent }, children: [run(block.text)] })];
    case "text":
      return paragraphs(block.text, indent, block.isMuted && { color: COLOURS.muted, size: 9.5 });
    case "note":
      return [note(block.text, indent)];
    case "facts":
      return block.facts.length === 0 ? [] : [factTable(block.facts, { label: 96, size: 10.5, indent }), gap()];
    case "list":
      return block.items.map((text) => new Paragraph({ bullet: { level: 0 }, children: runs(text) }));
    case "table":
      return [table(block, indent), gap()];
    case "matrix":
      return [matrix(block), gap()];
    case "pictures":
      return block.pictures.flatMap((picture) => drawnPicture(picture, images, indent));
    case "signatures":
      return [signatures(block.places)];
    case "indented":
      return drawnBlocks(block.blocks, images, indent + INDENT_DXA);
  }
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function paragraphs(text: string, indent: number, look: Parameters<typeof run>[1]): Paragraph[] {
  return text.split("\n").map((line) => new Paragraph({ indent: { left: indent }, children: [run(line, look)] }));
}

/** Two tables without a paragraph between them are one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120 }, children: [] });
}

function note(text: string, indent: number): Paragraph {
  return new Paragraph({
    indent: { left: indent + 120 },
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: ink(COLOURS.strong), space: 8 } },
    shading: { type: ShadingType.CLEAR, fill: ink(COLOURS.faint), color: "auto" },
    children: runs(text),
  });
}

const NOTHING = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const bare: ITableBordersOptions = {
  ...{ top: NOTHING, bottom: NOTHING, left: NOTHING, right: NOTHING },
  ...{ insideHorizontal: NOTHING, insideVertical: NOTHING },
};
const RULE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line.slice(1) } as const;
const ruled: ITableBordersOptions = { ...bare, top: RULE, bottom: RULE, insideHorizontal: RULE };

type Shade = { fill?: string; height?: number };

function cell(width: number, children: Paragraph[], { fill }: Shade = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    ...(fill && { shading: { type: ShadingType.CLEAR, fill: ink(fill), color: "auto" } }),
    children,
  });
}

function words(text: string, look: Parameters<typeof run>[1] = {}): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 290 }, children: runs(text, look) });
}

function tableOf(rows: TableRow[], widths: number[], borders: ITableBordersOptions, indent = 0): Table {
  return new Table({
    rows,
    borders,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
  });
}

type FactStyle = { label: number; size: number; indent: number };

export function factTable(facts: readonly PaperFact[], { label, size, indent }: FactStyle): Table {
  const first = label * DXA_PER_PT;
  const widths = [first, WIDTH_DXA - indent - first];
  const rows = facts.map(
    (fact) =>
      new TableRow({
        children: [
          cell(first, [words(fact.label, { color: COLOURS.muted, size })]),
          cell(widths[1] ?? 0, [words(fact.value, { size })]),
        ],
      }),
  );
  return tableOf(rows, widths, bare, indent);
}

function table({ head, widths, rows }: Extract<Block, { kind: "table" }>, indent: number): Table {
  const share = widths.reduce((sum, one) => sum + one, 0);
  const wide = widths.map((one) => Math.floor(((WIDTH_DXA - indent) * one) / share));
  const at = (column: number) => wide[column] ?? 0;
  const first = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, column) =>
      cell(at(column), [words(text, { isStrong: true, size: 9.5 })], { fill: COLOURS.faint }),
    ),
  });
  const others = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, column) => cell(at(column), [words(text, { size: 9.5 })])),
      }),
  );
  return tableOf([first, ...others], wide, ruled, indent);
}

function matrix({ corner, columns, rows }: { corner: string; columns: string[]; rows: MatrixRow[] }): Table {
  const first = 84 * DXA_PER_PT;
  const each = Math.floor((WIDTH_DXA - first) / columns.length);
  const widths = [first, ...columns.map(() => each)];
  const label = (text: string, width: number) => cell(width, [words(text, { color: COLOURS.muted, size: 9 })]);
  const head = new TableRow({
    cantSplit: true,
    children: [label(corner, first), ...columns.map((text) => label(text, each))],
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        height: { value: 56 * DXA_PER_PT, rule: "atLeast" },
        children: [
          label(row.label, first),
          ...row.cells.map(({ text, tone }) => {
            const look = tone === "strong" ? { color: "#ffffff" } : {};
            return cell(each, [words(text, look)], { fill: COLOURS[tone] });
          }),
        ],
      }),
  );
  const white = { style: BorderStyle.SINGLE, size: 16, color: "ffffff" } as const;
  return tableOf([head, ...body], widths, { ...bare, insideHorizontal: white, insideVertical: white });
}

const LONGEST_PT = { width: 300, height: 220 };

function drawnPicture({ id, width, height, caption }: Picture, images: Images, indent: number): Paragraph[] {
  const data = images.get(id);
  if (!data) return [];
  const scale = Math.min(LONGEST_PT.width / width, LONGEST_PT.height / height) * PX_PER_PT;
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const altText = { name: caption, description: caption, title: caption };
  return [
    new Paragraph({
      indent: { left: indent },
      keepNext: true,
      children: [new ImageRun({ type: "jpg", data, transformation, altText })],
    }),
    new Paragraph({ indent: { left: indent }, children: [run(caption, { color: COLOURS.muted, size: 9 })] }),
  ];
}

function signatures(places: readonly SignaturePlace[]): Table {
  const each = Math.floor(WIDTH_DXA / places.length);
  const drawn = places.map(({ role, name, lines }) =>
    cell(each, [
      words(role, { isStrong: true }),
      words(name),
      ...lines.map(
        (label) =>
          new Paragraph({
            keepNext: true,
            alignment: AlignmentType.LEFT,
            spacing: { before: 320, after: 0 },
            children: [run(`${label} ________________`)],
          }),
      ),
    ]),
  );
  return tableOf(
    [new TableRow({ cantSplit: true, children: drawn })],
    places.map(() => each),
    bare,
  );
}

function ink(colour: string): string {
  return colour.slice(1);
}
