/** Folded text to index tokens: Han runs become pairs of characters, other words stay whole. */

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

export function isHan(run: string): boolean {
  return HAN.test(run);
}

/** Maximal runs of Han characters and of other letters and digits; everything between them is dropped. */
export function runsOf(folded: string): string[] {
  return folded.match(RUNS) ?? [];
}

/** Tokens of one run: 计划排程 → 计划, 划排, 排程; aps → aps. */
export function tokensOfRun(run: string): string[] {
  if (!isHan(run)) return [run];
  const letters = [...run];
  if (letters.length === 1) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

export function tokensOf(folded: string): string[] {
  return runsOf(folded).flatMap(tokensOfRun);
}

/**
 * Begins every token that is not a word. Of private use, so folding drops it from what people type and listings say, and
 * FTS5 takes it for a letter.
 */
export const CONTROL = "\ue000";

/** Tokens that stand for a scenario, and for a function of one (`scenario/function`), wherever one of their names occurs. */
export function conceptToken(key: string): string {
  return control(key.includes("/") ? "fn" : "sc", key);
}

/** Token of a listing whose title names this scenario, or whose provider declares it before others. */
export function mainlyAbout(scenario: string): string {
  return control("ma", scenario);
}

/** Token of a listing whose provider declares this scenario, as one of several. */
export function declaredFor(scenario: string): string {
  return control("de", scenario);
}

/** Token of every document, so that a query can say only what it does not want. */
export const everyDocument = control("all", "");

/** Token of a listing that serves this branch of industry or one below it. */
export function industryWithin(code: string): string {
  return control("in", code.toLowerCase());
}

/** Token of a listing that names exactly this branch, and so serves everything below it. */
export function industryNamed(code: string): string {
  return control("ic", code.toLowerCase());
}

/** Token of a listing that names no branch and so serves all of them. */
export const anyIndustry = control("any", "");

/** Letters and digits only: a separator would split it in the index. */
function control(kind: string, name: string): string {
  return `${CONTROL}${kind}${name.replaceAll(/[^a-z0-9]/g, "")}`;
}

/** C2927 → C, C29, C292, C2927: a code of GB/T 4754 and everything above it. */
export function codeAndAbove(code: string): string[] {
  const above = [code.slice(0, 1)];
  for (let length = 3; length <= code.length; length++) above.push(code.slice(0, length));
  return [...new Set(above)];
}
