import type { Reader } from "#db/store.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Named } from "./case-names.server";

export type NeedChoices = {
  core: ({ key: string } & Named)[];
  foundation: ({ key: string } & Named)[];
  /** Parks to choose from; empty when the enterprise has its own. */
  parks: ({ slug: string } & Named)[];
};

/** What a request or a finding may be about, and which parks may be asked. */
export async function needChoices(db: Reader, withParks: "with_parks" | "without_parks"): Promise<NeedChoices> {
  const reference = await referenceOf(db);
  const scenarios = [...reference.scenarios.values()];
  const ofKind = (kind: "core" | "foundation") =>
    scenarios.filter((row) => row.kind === kind).map(({ key, nameZh, nameEn }) => ({ key, nameZh, nameEn }));
  const parks = withParks === "with_parks" ? [...reference.parks.values()] : [];
  return {
    core: ofKind("core"),
    foundation: ofKind("foundation"),
    parks: parks.map(({ slug, shortNameZh, nameEn }) => ({ slug, nameZh: shortNameZh, nameEn })),
  };
}
