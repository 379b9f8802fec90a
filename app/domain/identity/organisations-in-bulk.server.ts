/** Organisations as imports see them: found by credit code, many at once. */
import type Sqlite from "better-sqlite3";
import { eq, inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { organisation } from "#db/schema/identity.server";
import { into } from "#db/seed/rows.server";
import type { Reader, Writer } from "#db/store.server";
import type { OrganisationKind } from "#db/vocabulary/identity";

export type KnownOrganisation = Pick<
  typeof organisation.$inferSelect,
  "id" | "kind" | "name" | "regionCode" | "parkSlug"
>;

/** The organisations of these folded credit codes; a code nobody has is absent. */
export async function organisationsByCode(
  db: Reader,
  codes: readonly string[],
): Promise<Map<string, KnownOrganisation>> {
  const { id, kind, name, regionCode, parkSlug, creditCode } = organisation;
  const rows = await db
    .select({ id, kind, name, regionCode, parkSlug, creditCode })
    .from(organisation)
    .where(inArray(creditCode, [...codes]));
  return new Map(rows.flatMap(({ creditCode: code, ...row }) => (code === null ? [] : [[code, row] as const])));
}

type Registered = { creditCode: string; name: string; regionCode: string; parkSlug: string | null };

/** Adds organisations without people, one after the other; answers the new id. Writes organisation. */
export function organisationAdder(writer: Sqlite.Database, kind: OrganisationKind, createdAt: number) {
  const add = into(writer, organisation);
  return ({ creditCode, name, regionCode, parkSlug }: Registered): string => {
    const id = newId("org");
    add({ id, kind, creditCode, name, regionCode, parkSlug, createdAt });
    return id;
  };
}

/** Writes what an import says of a known organisation. Writes organisation. */
export async function changeOrganisation(
  tx: Writer,
  id: string,
  changed: Partial<Pick<Registered, "name" | "regionCode" | "parkSlug">>,
): Promise<void> {
  if (Object.values(changed).every((value) => value === undefined)) return;
  await tx.update(organisation).set(changed).where(eq(organisation.id, id));
}
