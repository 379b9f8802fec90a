/** Words as docx takes them. */
import { TextRun } from "docx";

export const DXA_PER_PT = 20;

type Look = { isStrong?: true; color?: string; size?: number };

/** One line's words. Sizes in points. */
export function run(text: string, { isStrong, color, size }: Look = {}): TextRun {
  return new TextRun({
    text,
    ...(isStrong && { bold: true }),
    ...(color && { color: color.slice(1) }),
    ...(size && { size: size * 2 }),
  });
}

/** Words of several lines. */
export function runs(text: string, look: Look = {}): TextRun[] {
  return text
    .split("\n")
    .flatMap((line, index) => [...(index > 0 ? [new TextRun({ break: 1 })] : []), run(line, look)]);
}
