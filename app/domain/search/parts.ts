/** The understood parts of a query, and what is asked of them before they are looked for. */
import { tokensOf } from "./tokens";

export type Part = {
  /** `phrase`: its words next to each other, in this order. `keys`: scenarios and functions, or codes of industries. */
  kind: "text" | "phrase" | "scenario" | "hint" | "industry";
  text: string;
  keys: readonly string[];
};

/** The same words, without the scenarios the reader says were not meant. */
export function notMeaning(parts: readonly Part[], without: readonly string[]): Part[] {
  if (without.length === 0) return [...parts];
  return parts.map((part) => {
    if (part.kind !== "scenario" && part.kind !== "hint") return part;
    const keys = part.keys.filter((key) => !without.includes(key.split("/", 1)[0] ?? key));
    return keys.length > 0 ? { ...part, keys } : { kind: "phrase", text: part.text, keys: [] };
  });
}

/**
 * Of a word that means a scenario and the function it is mostly for, only the function, when the query says more: a trade's
 * solution for another function is no better than a general one for this.
 */
export function narrowed(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts;
  return parts.map((part) => {
    const functions = part.keys.filter((key) => key.includes("/"));
    return part.kind === "scenario" && functions.length > 0 ? { ...part, keys: functions } : part;
  });
}

/** The same, without the words of those that mean scenarios: their meaning finds every listing that has the words. */
export function byMeaning(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => (part.kind === "scenario" ? { ...part, text: "" } : part));
}

/** The whole scenarios these belong to, in the same order. */
export function scenariosOf(keys: readonly string[]): string[] {
  return [...new Set(keys.map((key) => key.split("/", 1)[0] ?? key))];
}

/** A word that stands for itself, or only points at a scenario. */
export function isOwnWord({ kind, text }: Part): boolean {
  return text !== "" && kind !== "scenario" && kind !== "industry";
}

/** Tokens of the words themselves. */
export function textTokens(parts: readonly Part[]): string[] {
  return [...new Set(parts.flatMap(({ text }) => tokensOf(text)))];
}
