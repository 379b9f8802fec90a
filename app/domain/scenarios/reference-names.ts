/** Finds what a file names by code or by exact name, in Chinese or English. */
import type { Find, Names } from "../file-cells";
import { fold } from "../fields";
import type { Industry, Reference } from "./reference";

type Named = { code: string; names: readonly string[] };

/** Finders over the reference data; two things of one name are found by code only. Industries: the broader one wins. */
export function referenceNames(reference: Reference): Names {
  const industries = [...reference.industries.values()];
  const parks = [...reference.parks.values()];
  const listed = [...reference.scenarios.values()].filter(({ kind }) => kind !== "example");
  const provinces = [...reference.regions.values()].filter(({ level }) => level === "province");
  const regionOfPark = new Map(parks.map((park) => [park.slug, park.regionCode]));
  return {
    industry: finder(broadestFirst(industries), industries.map(codeWithoutLetter)),
    industryClass: finder(broadestFirst(industries).toReversed(), industries.map(codeWithoutLetter)),
    scenario: finder(listed.map(({ key, nameZh, nameEn }) => ({ code: key, names: [nameZh, nameEn] }))),
    park: finder(
      parks.map(({ slug, nameZh, shortNameZh, nameEn, aliasesZh }) => ({
        code: slug,
        names: [nameZh, shortNameZh, nameEn, ...aliasesZh],
      })),
    ),
    region: finder(
      [...reference.regions.values()].map(({ code, nameZh, nameEn }) => ({ code, names: [nameZh, nameEn] })),
    ),
    regionOfPark: (slug) => regionOfPark.get(slug) ?? null,
    province: provinces.length === 1 ? (provinces[0]?.code ?? null) : null,
  };
}

/** A group and its only class share a name and mean the same: the later one of a list is not taken for a second thing. */
function broadestFirst(industries: readonly Industry[]): Named[] {
  return industries
    .toSorted((a, b) => a.code.length - b.code.length)
    .map(({ code, nameZh, nameEn }) => ({ code, names: [nameZh, nameEn] }));
}

function codeWithoutLetter({ code }: Industry): [string, string] {
  return [code.slice(1), code];
}

function finder(all: readonly Named[], alsoCalled: readonly [string, string][] = []): Find {
  const known = new Map<string, string | null>();
  for (const { code, names } of all) {
    for (const name of new Set(names.map(plain))) {
      const other = known.get(name);
      if (other === undefined) known.set(name, code);
      else if (other !== null && !areKin(other, code)) known.set(name, null);
    }
  }
  for (const [called, code] of alsoCalled) if (called) known.set(plain(called), code);
  // A code is never taken for another thing's name.
  for (const { code } of all) known.set(plain(code), code);
  return (named) => known.get(plain(named)) ?? null;
}

/** Of industries only: one code is the beginning of the other. */
function areKin(one: string, other: string): boolean {
  return /^C\d/.test(one) && (one.startsWith(other) || other.startsWith(one));
}

function plain(text: string): string {
  return fold(text).toLowerCase().replace(/\s+/g, " ");
}
