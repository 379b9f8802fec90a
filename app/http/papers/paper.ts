/**
 * A document before it is a file: what is on the paper, in order, in the reader's language. Built once and drawn by one
 * renderer for each kind of file, so that all say the same (decision 0024). Plain data: it survives JSON.
 */
import type { Locale } from "#db/vocabulary/identity";

export type PaperFact = { label: string; value: string };

/** Darker comes first: how strongly a cell of a matrix stands out. */
export type CellTone = "strong" | "middle" | "faint";

/** What an outline of the paper shows: a section, a finding, or a piece inside one. */
export type HeadingLevel = 1 | 2 | 3;

export type Block =
  | { kind: "heading"; level: HeadingLevel; text: string }
  | { kind: "text"; text: string; isMuted?: true }
  /** Set apart from the text around it. */
  | { kind: "note"; text: string }
  | { kind: "facts"; facts: PaperFact[] }
  | { kind: "list"; items: string[] }
  /** `widths` share the width among the columns; the head is repeated on every page. */
  | { kind: "table"; head: string[]; widths: number[]; rows: string[][] }
  | { kind: "matrix"; corner: string; columns: string[]; rows: MatrixRow[] }
  | { kind: "pictures"; pictures: Picture[] }
  | { kind: "signatures"; places: SignaturePlace[] }
  | { kind: "indented"; blocks: Block[] };

export type MatrixRow = { label: string; cells: { text: string; tone: CellTone }[] };

/** `id` leads to the bytes, which are handed over beside the paper. */
export type Picture = { id: string; width: number; height: number; caption: string };

/** `lines` are filled in by hand. */
export type SignaturePlace = { role: string; name: string; lines: string[] };

export type Paper = {
  language: Locale;
  title: string;
  /** Under the title: whom it is about. */
  subject: string;
  author: string;
  /** Said on every page: a draft, an old version. */
  mark: string | null;
  cover: { facts: PaperFact[]; notes: string[]; foot: string };
  /** Said on the cover by a renderer that has no letter for something. */
  missingLetters: string;
  /** At the head of every page but the cover. */
  head: string;
  /** The foot of every page: before, between and after the page's number and their count. */
  pages: [string, string, string];
  blocks: Block[];
};

/** Those of the light theme (app/styles), for white paper. */
export const COLOURS = {
  ...{ ink: "#1b2426", muted: "#56666a", line: "#c5d0cf", mark: "#a3261c" },
  ...{ strong: "#0f6b6f", middle: "#bfe6e3", faint: "#eef5f4" },
} as const;

/** The bytes of a paper's pictures, JPEG. */
export type Images = ReadonlyMap<string, Uint8Array>;

// XML 1.0 (2.2) has no place for these: one of them in a text and the file does not open.
const UNWRITABLE = /(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The same paper without characters that no file may hold; line ends are `\n`. */
export function writable(paper: Paper): Paper {
  return withTexts(paper, (text) => text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(UNWRITABLE, ""));
}

/** The same paper with every text of it changed. */
export function withTexts(paper: Paper, change: (text: string) => string): Paper {
  return JSON.parse(JSON.stringify(paper), (_key, value: unknown) =>
    typeof value === "string" ? change(value) : value,
  );
}

/** Every character of a paper once. */
export function charactersOf(paper: Paper): string {
  const found = new Set<string>();
  withTexts(paper, (text) => {
    for (const character of text) found.add(character);
    return text;
  });
  return [...found].sort().join("");
}
