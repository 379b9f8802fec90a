/** From understood parts of a query to FTS5 expressions. Only our own tokens are ever put there, always quoted. */
import { anyIndustry, codeAndAbove, conceptToken, industryNamed, industryWithin, isHan, tokensOf } from "./tokens";

export type Part =
  | { kind: "text"; text: string }
  | { kind: "scenario"; text: string; key: string }
  | { kind: "hint"; text: string; keys: readonly string[] }
  | { kind: "industry"; text: string; code: string };

/** More tokens than this make a query slower, not better. */
const MOST_TOKENS = 12;

/** Where a listing says what it is; elsewhere it also names what it can be connected with. */
const FOCUS = "{title tags}";

/** Every part must stand in the listing: in its own words, or by the scenario or industry it names. */
export function everyPart(parts: readonly Part[]): string {
  return joined(parts.map(onePart));
}

/** The same, with named scenarios in title or tags: "can be connected to MES" is no MES. */
export function everyPartInFocus(parts: readonly Part[]): string {
  return joined(parts.map((part) => (part.kind === "scenario" ? `${FOCUS} : ${onePart(part)}` : onePart(part))));
}

function joined(expressions: readonly string[]): string {
  return expressions
    .filter((expression) => expression !== "")
    .slice(0, MOST_TOKENS)
    .join(" AND ");
}

/** Of a query that names scenario and industry: the scenario, from whoever serves that industry or all of them. */
export function fromAnyIndustry(parts: readonly Part[]): string {
  const industries = parts.filter(({ kind }) => kind === "industry");
  const scenarios = namedScenarios(parts);
  if (industries.length === 0 || scenarios === "") return "";
  return `${scenarios} AND (${quoted(anyIndustry)} OR ${industries.map(onePart).join(" OR ")})`;
}

/** All scenarios the query names, whatever else it says. */
export function namedScenarios(parts: readonly Part[]): string {
  const keys = parts.flatMap((part) => (part.kind === "scenario" ? [part.key] : []));
  return [...new Set(keys)].map((key) => quoted(conceptToken(key))).join(" AND ");
}

/** Any scenario the query names or hints at. */
export function hintedScenarios(parts: readonly Part[]): string {
  return anyOf(hintedKeys(parts).map(conceptToken));
}

/** Keys of scenarios named or hinted at, in the order of the query. */
export function hintedKeys(parts: readonly Part[]): string[] {
  return [
    ...new Set(
      parts.flatMap((part) => (part.kind === "scenario" ? [part.key] : part.kind === "hint" ? part.keys : [])),
    ),
  ];
}

export function anyOf(tokens: readonly string[]): string {
  return [...new Set(tokens)].map(quoted).join(" OR ");
}

/** Tokens of the words themselves. */
export function textTokens(parts: readonly Part[]): string[] {
  return [...new Set(parts.flatMap(({ text }) => tokensOf(text)))];
}

function onePart(part: Part): string {
  const tokens = tokensOf(part.text);
  switch (part.kind) {
    case "text":
      return [...new Set(tokens)].slice(0, MOST_TOKENS).map(wordOrBeginning).join(" AND ");
    case "hint":
      return quoted(tokens.join(" "));
    case "scenario":
      return `(${quoted(tokens.join(" "))} OR ${quoted(conceptToken(part.key))})`;
    case "industry":
      return `(${[quoted(tokens.join(" ")), quoted(industryWithin(part.code)), ...codeAndAbove(part.code).map(industryNamed).map(quoted)].join(" OR ")})`;
  }
}

/** A single Han character is never a token of longer text, but every pair begins with one. */
function wordOrBeginning(token: string): string {
  return isHan(token) && [...token].length === 1 ? `${quoted(token)} *` : quoted(token);
}

function quoted(token: string): string {
  return `"${token}"`;
}
