/** Operators of a typed query: "phrases" that must stand as such, and what must not be said (-word, -"phrase"). */
export type OperatorKind = "phrase" | "excluded";

/** `text` as it was typed, without its signs; `from` and `to` are the places of all of it. */
export type TypedOperator = { kind: OperatorKind; text: string; from: number; to: number };
export type Typed = { words: string; operators: TypedOperator[] };

const QUOTES = /["＂“”„‟«»「」『』〝〞]/g;
const SIGNS = /["＂“”„‟«»「」『』〝〞\-−–－﹣]/;
const BLANKS = /[\s\p{C}]/gu;
/** A minus counts where a word begins; inside one, as in 5G-工厂, it is a hyphen. */
const OPERATORS = /(?:(^|\s|(?<="))[-−–－﹣])?"([^"]*)"|(?:^|\s|(?<="))[-−–－﹣]([^\s"]+)/g;

/** Operators in the order they were typed, and the words that are left. */
export function typedOf(typed: string): Typed {
  const operators = operatorsIn(typed);
  return { words: withoutOperators(typed, operators), operators };
}

/** The query as typed, without these of its operators: what stood around them stays apart. */
export function withoutOperators(typed: string, gone: readonly TypedOperator[]): string {
  return gone
    .toReversed()
    .reduce((text, { from, to }) => `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`, typed)
    .trim();
}

function operatorsIn(typed: string): TypedOperator[] {
  if (!SIGNS.test(typed)) return [];
  // Signs and blanks of any kind become plain ones, in the same places.
  const plain = typed.replaceAll(QUOTES, '"').replaceAll(BLANKS, (blank) => " ".repeat(blank.length));
  return [...plain.matchAll(OPERATORS)].map(({ 0: all, 1: before, 2: phrase, 3: word, index: from }) => {
    const to = from + all.length;
    const end = word === undefined ? to - 1 : to;
    const text = typed.slice(end - (word ?? phrase ?? "").length, end).trim();
    return { kind: word === undefined && before === undefined ? "phrase" : "excluded", text, from, to };
  });
}
