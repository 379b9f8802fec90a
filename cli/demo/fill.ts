import type { Family } from "./texts/family";
import type { Random } from "./random";

/** The words put into a sentence: chosen once for one object, so that its sentences speak of the same thing. */
export type Words = Record<string, string>;

type Part = string | { word: string } | { min: number; max: number };

const parsed = new Map<string, Part[]>();

/** One word of each kind, drawn from a trade. */
export function wordsOf(family: Family, random: Random): Words {
  return {
    行业: family.label,
    产品: random.pick(family.products),
    工序: random.pick(family.processes),
    设备: random.pick(family.machines),
    缺陷: random.pick(family.defects),
    物料: random.pick(family.materials),
    客户: random.pick(family.customers),
  };
}

/** Fills the marks 〔word〕 and draws the numbers #a-b#. */
export function fill(template: string, words: Words, random: Random): string {
  let parts = parsed.get(template);
  if (!parts) parsed.set(template, (parts = partsOf(template)));
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if ("word" in part) text += words[part.word] ?? "";
    else text += String(random.whole(part.min, part.max));
  }
  return text;
}

function partsOf(template: string): Part[] {
  return template.split(/(〔[^〕]+〕|#\d+-\d+#)/).map((piece) => {
    const range = /^#(\d+)-(\d+)#$/.exec(piece);
    if (range) return { min: Number(range[1]), max: Number(range[2]) };
    return piece.startsWith("〔") ? { word: piece.slice(1, -1) } : piece;
  });
}
