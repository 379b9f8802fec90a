/** The scenarios and functions a listing is about, as far as its words name them. */
import type { FoundTerm } from "./lexicon.server";

/** Ends of clauses, as one letter that folding leaves alone; a comma of latin text also parts the items of a list. */
export function withClauses(text: string): string {
  return text.replaceAll(/[\n，；！？]/g, END);
}

const END = "。";

/**
 * Folded text to keys: 设备点检 → equipment, equipment/check. What a listing can be connected with is not what it is.
 * `isTitle`: a word for a scenario as a whole, 仓储管理, is there also taken for its main function; as a tag it is not.
 */
export function conceptsIn(folded: string, find: (folded: string) => FoundTerm[], isTitle: boolean): string[] {
  const keys = folded
    .split(CLAUSE)
    .filter((clause) => !CONNECTING.test(clause))
    .flatMap(find)
    .flatMap(({ meaning }) => (meaning.kind === "scenario" ? indexed(meaning.keys, isTitle) : []));
  return [...new Set(keys.flatMap((key) => (key.includes("/") ? [key.slice(0, key.indexOf("/")), key] : [key])))];
}

function indexed(keys: readonly string[], isTitle: boolean): readonly string[] {
  const wholes = keys.filter((key) => !key.includes("/"));
  return isTitle || wholes.length === 0 ? keys : wholes;
}

const CLAUSE = /[。;!?]|\. /;

/** "Can be connected with MES, ERP": most listings say so of systems they are not. */
const CONNECTING = /对接|打通|集成(?!电路|商)|兼容|互通|接口|connect(?:s|ed)? (?:to|with)|integrat|compatible|interfac/;
