import type { Reference } from "~/domain/scenarios/reference";

export type Named = { code: string; nameZh: string; nameEn: string };
type Codes = { industries: string[]; scenarios: string[]; parks: string[]; regions: string[] };
export type NamedCodes = Record<keyof Codes, Named[]>;

/** The listed codes with their names, for drawing; a code that left the reference data stands for itself. */
export function namedCodes(reference: Reference, listed: Codes): NamedCodes {
  const named = (list: keyof Codes) =>
    listed[list].map((code) => {
      const row = reference[list].get(code);
      return { code, nameZh: row?.nameZh ?? code, nameEn: row?.nameEn ?? code };
    });
  return {
    industries: named("industries"),
    scenarios: named("scenarios"),
    parks: named("parks"),
    regions: named("regions"),
  };
}
