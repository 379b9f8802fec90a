/** From understood parts of a query to FTS5 expressions. Only our own tokens are ever put there, always quoted. */
import {
  anyIndustry,
  codeAndAbove,
  conceptToken,
  declaredFor,
  everyDocument,
  industryNamed,
  industryWithin,
  mainlyAbout,
  isHan,
  tokensOf,
} from "./tokens";
import { isOwnWord, scenariosOf, type Part } from "./parts";
import type { Operator } from "./understanding.server";

/** More tokens than this make a query slower, not better. */
const MOST_TOKENS = 12;

/** Where a listing says what it is; elsewhere it also names what it can be connected with. */
const FOCUS = "{title tags}";
/** Characters that other words may begin with: each is hundreds of words. */
const MOST_STARTS = 4;
/** Of a latin word that is nowhere, so many letters are looked for at the beginning of others. */
const STEM = 4;
/** The same with industries, provider and places: all but the running text. */
const BRIEF = "- summary";

/** Every part must stand in the listing: in its own words, or by the scenario, function or industry it names. */
export function everyPart(parts: readonly Part[], main: readonly string[]): string {
  return joined([
    hintsMeant(parts, main),
    ...parts.map((part) => (part.kind === "scenario" ? `(${concepts(part)})` : onePart(part))),
  ]);
}

/** At least the same documents; those that use the very words weigh more. */
export function everyPartByWords(parts: readonly Part[], main: readonly string[]): string {
  return joined([hintsMeant(parts, main), ...parts.map(onePart)]);
}

/** Words of a need stand in listings of every kind: it is answered only by what is mainly about something it points at. */
function hintsMeant(parts: readonly Part[], main: readonly string[]): string {
  const hints = parts.filter(({ kind, text }) => kind === "hint" && text !== "");
  return hints.length === 0 || main.length === 0 ? "" : `(${anyOf(scenariosOf(main).map(mainlyAbout))})`;
}

/** What is made for these functions: it names one, and is mainly about the function's scenario. */
export function madeFor(functions: readonly string[]): string {
  return functions
    .map((key) => `(${inFocus([key])} AND tags : (${anyOf(scenariosOf([key]).map(mainlyAbout))}))`)
    .join(" OR ");
}

/** What is mainly about these scenarios. */
export function mainlyAny(scenarios: readonly string[]): string {
  return anyOf(scenarios.map(mainlyAbout));
}

/** What is declared for these scenarios, among others. */
export function declaredAny(scenarios: readonly string[]): string {
  return anyOf(scenarios.map(declaredFor));
}

/** What says of itself that it is one of these. */
export function inFocus(keys: readonly string[]): string {
  return keys.length === 0 ? "" : `${FOCUS} : (${anyOf(keys.map(conceptToken))})`;
}

/** What either finds. */
export function either(...expressions: readonly string[]): string {
  const said = expressions.filter((expression) => expression !== "");
  return said.length < 2 ? (said[0] ?? "") : said.map((expression) => `(${expression})`).join(" OR ");
}

/** The same documents; what they say of these only decides which come first. */
export function by(tokens: readonly string[], expression: string): string {
  return expression === "" || tokens.length === 0
    ? expression
    : `(${expression}) AND (${anyOf([everyDocument, ...tokens])})`;
}

/** The same where the listing says what it is: "can be connected to MES" is no MES. */
export function everyPartInFocus(parts: readonly Part[], main: readonly string[]): string {
  return everyPartBy(parts, main, (part) => `${FOCUS} : (${onePart(part)})`);
}

/**
 * Every part stands in the title, by its words or the scenario it names, whatever else the listing is declared for; empty where
 * the words name what is meant and nothing else.
 */
export function everyPartInTitle(parts: readonly Part[]): string {
  const said = parts.filter(({ text, kind }) => text !== "" || kind === "scenario");
  return said.some(isOwnWord) ? joined(said.map(inTitle)) : "";
}

/** Who serves a branch says so beside the title. */
export function inTitle(part: Part): string {
  return part.kind === "industry" ? onePart(part) : `{title} : (${onePart(part)})`;
}

/** Where a character stands in these columns: every pair begins with one, but for the last of a text. */
export function characterIn(columns: string, letter: string): string {
  return `{${columns}} : (${quoted(letter)} *)`;
}

/** The same by what is made for it: a tag, or a word of a title that means several things, counts for less. */
export function everyPartMadeFor(parts: readonly Part[], main: readonly string[]): string {
  return everyPartBy(parts, main, (part) => {
    const mainly = scenariosOf(part.keys).map(mainlyAbout);
    return `(${FOCUS} : (${onePart(part)}) AND tags : (${anyOf(mainly)}))`;
  });
}

function everyPartBy(parts: readonly Part[], main: readonly string[], scenario: (part: Part) => string): string {
  return joined([
    hintsMeant(parts, main),
    ...parts
      .map((part) => (part.kind === "scenario" ? scenario(part) : `${BRIEF} : (${onePart(part)})`))
      .filter((each) => !each.endsWith("()")),
  ]);
}

function joined(expressions: readonly string[]): string {
  return expressions
    .filter((expression) => expression !== "")
    .slice(0, MOST_TOKENS)
    .join(" AND ");
}

/** Of a query that names an industry: what else it says, from whoever serves that industry or all of them. */
export function fromAnyIndustry(parts: readonly Part[], main: readonly string[]): string {
  const industries = parts.filter(({ kind }) => kind === "industry");
  const others = everyPartMadeFor(
    parts.filter(({ kind }) => kind !== "industry"),
    main,
  );
  if (industries.length === 0 || others === "") return "";
  return `${others} AND (${quoted(anyIndustry)} OR ${industries.map(onePart).join(" OR ")})`;
}

/** The same from anyone: another trade's solution is better than none. */
export function whateverIndustry(parts: readonly Part[], main: readonly string[]): string {
  const others = parts.filter(({ kind }) => kind !== "industry");
  return others.length === parts.length ? "" : everyPartMadeFor(others, main);
}

/** Words that only begin like the query's, for a query nothing answers: 薪资 → 薪酬, 薪水. */
export function beginnings(parts: readonly Part[]): string {
  const texts = parts.filter(({ kind }) => kind === "text").map(({ text }) => text);
  const starts = texts.flatMap((text) => (isHan(text) ? [...text] : text.length > STEM ? [text.slice(0, STEM)] : []));
  return [...new Set(starts)]
    .slice(0, MOST_STARTS)
    .map((start) => `${quoted(start)} *`)
    .join(" OR ");
}

export function anyOf(tokens: readonly string[]): string {
  return [...new Set(tokens)].map(quoted).join(" OR ");
}

/** The same with phrases that must stand as such, and without what must not be said. Nothing but exclusions is everything else. */
function constrained(expression: string, phrases: readonly string[], excluded: readonly string[]): string {
  const wanted = [...(expression === "" ? [] : [`(${expression})`]), ...phrases.map(phrase)];
  if (excluded.length === 0) return phrases.length === 0 ? expression : wanted.join(" AND ");
  return `(${wanted.join(" AND ") || quoted(everyDocument)}) NOT (${excluded.map(phrase).join(" OR ")})`;
}

/** What an expression finds of that which has the phrases and says nothing excluded; of everything when it is empty. */
export function limitOf(operators: readonly Operator[]): (expression: string) => string {
  const [phrases, excluded] = [foldedOf(operators, "phrase"), foldedOf(operators, "excluded")];
  return (expression) => constrained(expression, phrases, excluded);
}

/** Of one kind, folded. */
export function foldedOf(operators: readonly Operator[], wanted: Operator["kind"]): string[] {
  return operators.flatMap(({ kind, folded }) => (kind === wanted ? [folded] : []));
}

/** Every reading of a query says its parts again. */
const said = new WeakMap<Part, string>();

/** What one part finds. */
export function onePart(part: Part): string {
  const known = said.get(part);
  if (known !== undefined) return known;
  const expression = expressionOf(part);
  said.set(part, expression);
  return expression;
}

function expressionOf(part: Part): string {
  switch (part.kind) {
    case "text":
      return [...new Set(tokensOf(part.text))].slice(0, MOST_TOKENS).map(wordOrBeginning).join(" AND ");
    case "phrase":
    case "hint":
      return phrase(part.text);
    case "scenario":
      return `(${part.text === "" ? "" : `${phrase(part.text)} OR `}${concepts(part)})`;
    case "industry":
      return `(${[phrase(part.text), ...part.keys.flatMap(servedBy).map(quoted)].join(" OR ")})`;
  }
}

function concepts({ keys }: Part): string {
  return keys.map(conceptToken).map(quoted).join(" OR ");
}

/** Who serves a branch of it, names it, or names what it belongs to. */
function servedBy(code: string): string[] {
  return [industryWithin(code), ...codeAndAbove(code).map(industryNamed)];
}

/** A single Han character is never a token of longer text, but every pair begins with one. */
function wordOrBeginning(token: string): string {
  return isHan(token) && [...token].length === 1 ? `${quoted(token)} *` : quoted(token);
}

/** A folded text as tokens next to each other; empty when it has no letter or digit. */
export function phrase(text: string): string {
  const tokens = tokensOf(text);
  const [only = ""] = tokens;
  return tokens.length === 1 ? wordOrBeginning(only) : tokens.length === 0 ? "" : quoted(tokens.join(" "));
}

function quoted(token: string): string {
  return `"${token}"`;
}
