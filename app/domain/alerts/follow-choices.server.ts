/** Parks, scenarios and industries as a person chooses them, in the reader's language. */
import type { FollowKind } from "#db/vocabulary/notices";
import type { Locale } from "#db/vocabulary/identity";
import type { Reader } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { FollowChoice, followedAs, type Followed } from "./alert-form";
import { followsOf, namesOf } from "./follows.server";

export type NamedFollow = { what: string; kind: FollowKind; name: string };

/** What a person follows, by name; what is not in the reference data any more is left out. */
export async function followedOf(db: Reader, userId: string, locale: Locale): Promise<NamedFollow[]> {
  const reference = await referenceOf(db);
  return (await followsOf(db, userId)).flatMap((what) => named(reference, what, locale) ?? []);
}

/** The thing an address asks to follow, or null. */
export async function namedFollow(db: Reader, what: string | null, locale: Locale): Promise<NamedFollow | null> {
  const followed = FollowChoice.safeParse({ what: what ?? "" });
  return followed.success ? named(await referenceOf(db), followed.data.what, locale) : null;
}

/** All parks, scenarios and divisions of industry: finer branches are followed by an address only. */
export async function followChoices(
  db: Reader,
  locale: Locale,
): Promise<{ kind: FollowKind; options: { value: string; label: string }[] }[]> {
  const reference = await referenceOf(db);
  const divisions = [...reference.industries.values()].filter(({ level }) => level === "division");
  const keys: Record<FollowKind, readonly string[]> = {
    scenario: [...reference.scenarios.values()].filter(({ kind }) => kind !== "example").map(({ key }) => key),
    industry: divisions.map(({ code }) => code),
    park: [...reference.parks.keys()],
  };
  return (["scenario", "industry", "park"] as const).map((kind) => ({
    kind,
    options: keys[kind].flatMap((key) => {
      const found = named(reference, { kind, key }, locale);
      return found ? [{ value: found.what, label: found.name }] : [];
    }),
  }));
}

function named(reference: Reference, what: Followed, locale: Locale): NamedFollow | null {
  const names = namesOf(reference, what);
  if (!names) return null;
  return { what: followedAs(what), kind: what.kind, name: locale === "en" ? names.nameEn : names.nameZh };
}
