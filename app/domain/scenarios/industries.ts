/** Rules over GB/T 4754-2017 codes: a parent's code is a prefix of its children's. */
import type { Industry, Reference } from "./reference";

/**
 * Whether a list of codes of any level covers one code: an empty list covers all of manufacturing, a listed parent covers
 * its children. `industryCovers(["C36"], "C3670")` is true, `industryCovers(["C3670"], "C36")` is not.
 */
export function industryCovers(listed: readonly string[], code: string): boolean {
  return listed.length === 0 || listed.some((parent) => code.startsWith(parent));
}

/** How closely a list covers a code: characters of the longest listed code that does (C3670 is 5), 0 for an empty list, null for none. */
export function industryCloseness(listed: readonly string[], code: string): number | null {
  if (listed.length === 0) return 0;
  const lengths = listed.filter((parent) => code.startsWith(parent)).map((parent) => parent.length);
  return lengths.length === 0 ? null : Math.max(...lengths);
}

/** Section, division, group and class down to `code`; empty for an unknown code. */
export function industryLineage(reference: Reference, code: string): Industry[] {
  const lineage: Industry[] = [];
  for (
    let at = reference.industries.get(code);
    at;
    at = at.parentCode ? reference.industries.get(at.parentCode) : undefined
  ) {
    lineage.unshift(at);
  }
  return lineage;
}

/** The division (two digits) of a code, null for the section itself and unknown codes. */
export function divisionOf(reference: Reference, code: string): Industry | null {
  return industryLineage(reference, code).find((industry) => industry.level === "division") ?? null;
}

/** The 31 divisions in their order, for pickers that need no more detail. */
export function divisionsOf(reference: Reference): Industry[] {
  return [...reference.industries.values()].filter((industry) => industry.level === "division");
}

/** The key chains an industry belongs to, by its divisions; secondary divisions only when no primary one fits. */
export function chainsOfIndustry(reference: Reference, code: string) {
  const primary = reference.chains.filter((chain) => chain.divisions.some((division) => code.startsWith(division)));
  if (primary.length > 0) return primary;
  return reference.chains.filter((chain) => chain.secondaryDivisions.some((division) => code.startsWith(division)));
}
