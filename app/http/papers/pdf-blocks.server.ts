/** The blocks of a paper as pdfmake's content. */
import type { Content, CustomTableLayout, TableCell } from "pdfmake/interfaces";
import {
  COLOURS,
  type Block,
  type HeadingLevel,
  type MatrixRow,
  type PaperFact,
  type Picture,
  type SignaturePlace,
} from "./paper";

export const WIDTH_PT = 483;
const INDENT_PT = 14;
/** A heading stays with what follows it when that is short; a long text may begin on the page's last line. */
const SHORT = 400;
const FEW_ROWS = 6;

export function drawnBlocks(blocks: readonly Block[], width = WIDTH_PT): Content[] {
  const said = blocks.filter((block) => block.kind !== "facts" || block.facts.length > 0);
  const drawn: Content[] = [];
  for (let at = 0; at < said.length;) {
    const together = said.slice(at, at + togetherFrom(said, at));
    const contents = together.map((block) => drawnBlock(block, width));
    drawn.push(contents.length > 1 ? { unbreakable: true, stack: contents } : contents);
    at += together.length;
  }
  return drawn;
}

/** How many blocks from here on stay on one page: headings and small print with the first thing under them. */
function togetherFrom(blocks: readonly Block[], from: number): number {
  if (blocks[from]?.kind !== "heading") return 1;
  let at = from;
  for (let next = blocks[at + 1]; next && isShort(next); next = blocks[at + 1]) {
    at += 1;
    if (!isLead(next)) break;
  }
  return at - from + 1;
}

function isLead(block: Block): boolean {
  return block.kind === "heading" || (block.kind === "text" && block.isMuted === true);
}

function isShort(block: Block): boolean {
  if (block.kind === "facts") return block.facts.reduce((sum, { value }) => sum + value.length, 0) < SHORT;
  if (block.kind === "text" || block.kind === "note") return block.text.length < SHORT;
  if (block.kind === "table") return block.rows.length <= FEW_ROWS;
  return block.kind === "heading" || block.kind === "matrix" || block.kind === "signatures";
}

function drawnBlock(block: Block, width: number): Content {
  switch (block.kind) {
    case "heading":
      return heading(block);
    case "text":
      return { text: block.text, margin: [0, 0, 0, 7], ...(block.isMuted && { color: COLOURS.muted, fontSize: 9.5 }) };
    case "note":
      return note(block.text);
    case "facts":
      return factTable(block.facts, { label: 96, size: 10.5, gap: 2 });
    case "list":
      return { ul: block.items, margin: [0, 0, 0, 7] };
    case "table":
      return table(block, width);
    case "matrix":
      return matrix(block);
    case "pictures":
      return pictures(block.pictures, width);
    case "signatures":
      return signatures(block.places);
    case "indented":
      return { stack: drawnBlocks(block.blocks, width - INDENT_PT), margin: [INDENT_PT, 2, 0, 4] };
  }
}

const headings: Record<HeadingLevel, object> = {
  1: { fontSize: 15.5, bold: true, color: COLOURS.strong, margin: [0, 18, 0, 8], outlineExpanded: true },
  2: { fontSize: 12.5, bold: true, margin: [0, 12, 0, 5] },
  3: { fontSize: 10.5, bold: true, color: COLOURS.strong, margin: [0, 4, 0, 3] },
};

/** Bookmarks: sections, and findings below the section they stand in. */
function heading({ level, text }: { level: HeadingLevel; text: string }): Content {
  return { text, ...headings[level], ...(level < 3 && { outline: true }) };
}

const leftBar: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: (line) => (line === 0 ? 3 : 0),
  vLineColor: () => COLOURS.strong,
  paddingLeft: () => 10,
  fillColor: () => COLOURS.faint,
};

function note(text: string): Content {
  return { table: { widths: ["*"], body: [[text]] }, layout: leftBar, margin: [0, 2, 0, 8] };
}

type FactStyle = { label: number; size: number; gap: number };

export function factTable(facts: readonly PaperFact[], { label, size, gap }: FactStyle): Content {
  if (facts.length === 0) return "";
  return {
    fontSize: size,
    margin: [0, 0, 0, 6],
    table: {
      widths: [label, "*"],
      body: facts.map((fact): TableCell[] => [{ text: fact.label, color: COLOURS.muted }, fact.value]),
    },
    layout: {
      ...{ hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0 },
      ...{ paddingTop: () => gap / 2, paddingBottom: () => gap / 2 },
    },
  };
}

const ruled: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => COLOURS.line,
  fillColor: (row) => (row === 0 ? COLOURS.faint : null),
  paddingTop: () => 4,
  paddingBottom: () => 3,
};

const CELL_PADDING_PT = 8;

function table({ head, widths, rows }: Extract<Block, { kind: "table" }>, width: number): Content {
  const share = widths.reduce((sum, one) => sum + one, 0);
  const inside = width - widths.length * CELL_PADDING_PT;
  return {
    fontSize: 9.5,
    margin: [0, 2, 0, 10],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: rows.every((row) => row.every((cell) => cell.length < SHORT)),
      widths: widths.map((one) => (inside * one) / share),
      body: [head.map((text): TableCell => ({ text, bold: true })), ...rows],
    },
    layout: ruled,
  };
}

const grid: CustomTableLayout = {
  hLineWidth: () => 2,
  vLineWidth: () => 2,
  hLineColor: () => "white",
  vLineColor: () => "white",
  ...{ paddingLeft: () => 8, paddingTop: () => 7, paddingBottom: () => 7 },
};

function matrix({ corner, columns, rows }: { corner: string; columns: string[]; rows: MatrixRow[] }): Content {
  const head = [corner, ...columns].map((text): TableCell => ({ text, color: COLOURS.muted, fontSize: 9 }));
  const body = rows.map(({ label, cells }): TableCell[] => [
    { text: label, color: COLOURS.muted, fontSize: 9 },
    ...cells.map(({ text, tone }): TableCell => ({
      text,
      fillColor: COLOURS[tone],
      color: tone === "strong" ? "white" : COLOURS.ink,
    })),
  ]);
  return {
    unbreakable: true,
    margin: [0, 4, 0, 10],
    table: { widths: [84, "*", "*", "*"], heights: (row) => (row === 0 ? 12 : 56), body: [head, ...body] },
    layout: grid,
  };
}

const PICTURES_A_ROW = 2;

function pictures(all: readonly Picture[], width: number): Content {
  const each = (width - 10) / PICTURES_A_ROW;
  const rows = Array.from({ length: Math.ceil(all.length / PICTURES_A_ROW) }, (_, row) =>
    all.slice(row * PICTURES_A_ROW, (row + 1) * PICTURES_A_ROW),
  );
  return {
    margin: [0, 2, 0, 4],
    stack: rows.map((row): Content => ({
      unbreakable: true,
      columnGap: 10,
      margin: [0, 0, 0, 8],
      columns: row.map(({ id, caption }) => ({
        width: each,
        stack: [
          { image: id, fit: [each, 200] },
          { text: caption, fontSize: 9, color: COLOURS.muted, margin: [0, 3, 0, 0] },
        ],
      })),
    })),
  };
}

function signatures(places: readonly SignaturePlace[]): Content {
  const line = (label: string): Content => ({
    columns: [
      { text: label, width: "auto", margin: [0, 0, 6, 0] },
      { canvas: [{ type: "line", x1: 0, y1: 13, x2: 90, y2: 13, lineWidth: 0.5, lineColor: COLOURS.ink }], width: "*" },
    ],
    margin: [0, 16, 0, 0],
  });
  return {
    unbreakable: true,
    columnGap: 14,
    margin: [0, 10, 0, 0],
    columns: places.map(({ role, name, lines }) => ({
      width: "*",
      stack: [{ text: role, bold: true }, { text: name, margin: [0, 3, 0, 0] }, ...lines.map(line)],
    })),
  };
}
