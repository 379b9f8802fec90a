/** Queries nobody would type, and pieces of those somebody would: the same ones from the same seed. */
import { randomOf } from "./catalogue";
import { queries } from "./judging";

const PIECES = [
  ...[
    '"',
    "'",
    "*",
    "(",
    ")",
    "{",
    "}",
    "^",
    "~",
    ":",
    "-",
    "--",
    " ",
    "　",
    "；",
    "，",
    "。",
    "“",
    "”",
    "「",
    "」",
    "－",
    "+",
    "\\",
  ],
  ...[
    "AND",
    "OR",
    "NOT",
    "NEAR(",
    "title:",
    "tags :",
    "%",
    "_",
    "\u0000",
    "\u0007",
    "\ud800",
    "\udfff",
    "\u200b",
    "\ufeff",
  ],
  ...["😀", "👨‍👩‍👧", "é", "ß", "İ", "ﷺ", "ａｂ", "１２", "𠮷", "한글", "العربية", "ไทย", "z̷̧", "<script>", "' OR 1=1"],
  ...["管理", "系统", "设备", "的", "a", "mes", "5g", "paichan", "znpc", "製造", "0", "-1", "e", "ai"],
];
const [LONG, LONGEST] = [0.01, 10_000];

export function fuzzed(count: number, seed: number): string[] {
  const random = randomOf(seed);
  const anyLetter = () => String.fromCodePoint(random.whole(random.chance(0.5) ? 0x300 : 0xffff));
  const han = () => String.fromCodePoint(0x4e00 + random.whole(0x51a5));
  const cut = (text: string) => text.slice(random.whole(text.length), 1 + random.whole(text.length));
  const piece = () =>
    random.pick([
      () => random.pick(PIECES),
      () => cut(random.pick(queries).q),
      () => random.pick(queries).q,
      anyLetter,
      han,
    ])();
  return Array.from({ length: count }, () => {
    const some = Array.from({ length: 1 + random.whole(8) }, piece).join(random.chance(0.3) ? " " : "");
    return random.chance(LONG) ? some.repeat(LONGEST).slice(0, LONGEST) : some;
  });
}
