/** Chinese words as people type them with latin letters, and as they confuse them by ear. */
import { LRUCache } from "lru-cache";
import { pinyin } from "pinyin-pro";

/** Reading a word costs 35 µs; the same few thousand words are read again after every change of the catalogue. */
const read = new LRUCache<string, string[]>({ max: 50_000 });

/** As many as there are characters in use. */
const readings = new Map<string, string[]>();

/** Syllables without tones; latin letters and digits stay as they are, everything else goes. */
export function syllablesOf(folded: string): string[] {
  const known = read.get(folded);
  if (known) return known;
  const syllables = pinyin(folded, { toneType: "none", type: "array", v: true })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ""))
    .filter((syllable) => syllable !== "");
  read.set(folded, syllables);
  return syllables;
}

/** Every way one character may be read: 长 → chang, zhang. */
export function readingsOf(letter: string): string[] {
  const known = readings.get(letter);
  if (known) return known;
  const made = pinyin(letter, { toneType: "none", type: "array", multiple: true, v: true });
  readings.set(letter, made);
  return made;
}

/** 排产 → paichan. */
export function fullPinyin(folded: string): string {
  return syllablesOf(folded).join("");
}

/** 排产 → pc. */
export function initialsOf(folded: string): string {
  return syllablesOf(folded)
    .map((syllable) => syllable.charAt(0))
    .join("");
}

/** Sounds that input methods and southern speakers confuse: zh/z, ch/c, sh/s, n/l, f/h, final n/ng. */
export function soundOf(folded: string): string {
  return syllablesOf(folded)
    .map((syllable) =>
      syllable
        .replace(/^([zcs])h/, "$1")
        .replace(/^l/, "n")
        .replace(/^hu(?=.)/, "f")
        .replace(/ng$/, "n"),
    )
    .join(" ");
}

/** The same confusions in letters typed without a break; compare only with what went through here as well. */
export function lettersHeard(letters: string): string {
  return letters.replaceAll(/([zcs])h/g, "$1").replaceAll("ng", "n");
}

/** Whether letters spell the syllables, each in full, by its initial, or by zh, ch, sh: shebdj, nenghaojc. */
export function spells(letters: string, syllables: readonly string[], from = 0, at = 0): boolean {
  if (from === syllables.length) return at === letters.length;
  const syllable = syllables[from] ?? "";
  return beginningsOf(syllable).some(
    (start) => letters.startsWith(start, at) && spells(letters, syllables, from + 1, at + start.length),
  );
}

function beginningsOf(syllable: string): string[] {
  const initial = /^[zcs]h/.exec(syllable)?.[0];
  return [syllable, ...(initial ? [initial] : []), syllable.charAt(0)];
}
