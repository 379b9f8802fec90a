/** What a folded query asks for: words, "phrases" that must stand as such, and what it must not say (-word, -"phrase"). */
export type Typed = { words: string; phrases: string[]; excluded: string[] };

const QUOTES = /[“”„‟«»「」『』〝〞]/g;
/** A minus counts where a word begins; inside one, as in 5G-工厂, it is a hyphen. */
const OPERATORS = /(?:(^|\s)[-−–－﹣])?"([^"]*)"|(?:^|\s)[-−–－﹣]([^\s"]+)/g;
const MOST = 8;

export function typedOf(folded: string): Typed {
  const phrases: string[] = [];
  const excluded: string[] = [];
  const words = folded.replaceAll(QUOTES, '"').replaceAll(OPERATORS, (_all, minus, phrase, word) => {
    if (word !== undefined) excluded.push(word);
    else (minus === undefined ? phrases : excluded).push(phrase);
    return " ";
  });
  return { words: words.trim(), phrases: telling(phrases), excluded: telling(excluded) };
}

function telling(texts: string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => /[\p{L}\p{N}]/u.test(text)).slice(0, MOST);
}
