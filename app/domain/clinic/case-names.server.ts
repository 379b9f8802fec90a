import type { Reader } from "#db/store.server";
import { referenceOf } from "~/domain/scenarios/reference.server";

export type Named = { nameZh: string; nameEn: string };
export type CaseNames = {
  parks: Record<string, Named>;
  scenarios: Record<string, Named>;
  industries: Record<string, Named>;
};

type Coded = { parkSlug?: string; scenarios?: readonly string[]; industryCode?: string | null };

/** The names of every park, scenario and industry that these cases mention; a code without a row is left out. */
export async function caseNames(db: Reader, cases: readonly Coded[]): Promise<CaseNames> {
  const { parks, scenarios, industries } = await referenceOf(db);
  return {
    parks: picked(
      cases.map(({ parkSlug }) => parkSlug),
      (slug) => {
        const park = parks.get(slug);
        return park && { nameZh: park.shortNameZh, nameEn: park.nameEn };
      },
    ),
    scenarios: picked(
      cases.flatMap(({ scenarios: keys }) => keys ?? []),
      (key) => scenarios.get(key),
    ),
    industries: picked(
      cases.map(({ industryCode }) => industryCode),
      (code) => industries.get(code),
    ),
  };
}

function picked(codes: readonly (string | null | undefined)[], nameOf: (code: string) => Named | undefined) {
  const found = new Set(codes.filter((code) => code !== null && code !== undefined));
  return Object.fromEntries(
    [...found].flatMap((code) => {
      const named = nameOf(code);
      return named ? [[code, { nameZh: named.nameZh, nameEn: named.nameEn }]] : [];
    }),
  );
}
