/** What a thread of its own does (printer.server.ts): draws one paper. */
import { docxOf } from "./docx.server";
import type { Images, Paper } from "./paper";
import { pdfOf } from "./pdf.server";

const drawers = { pdf: pdfOf, docx: docxOf } as const satisfies Record<
  string,
  (paper: Paper, images: Images) => Promise<Buffer>
>;

export type PaperFormat = keyof typeof drawers;
export type Drawing = { format: PaperFormat; paper: Paper; images: Images };

export async function draw({ format, paper, images }: Drawing): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await drawers[format](paper, images));
}
