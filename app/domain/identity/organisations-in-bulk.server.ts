/** Organisations as imports see them: found by credit code, many at once. */
import type Sqlite from "better-sqlite3";
import { eq, inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { organisation } from "#db/schema/identity.server";
import { into } from "#db/seed/rows.server";
import type { Reader, Writer } from "#db/store.server";
import type { OrganisationKind } from "#db/vocabulary/identity";
import { changedFields } from "../changed-fields";
import type { Settled } from "../exchange";
import type { Problem } from "../file-cells";

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

type Row = { creditCode: string; given: Record<string, unknown> };
type Change = Pick<ReturnType<typeof changedFields>, "fields" | "before" | "after">;

/**
 * Settles rows by credit code: new, as they are, or changed. `filesOf` reads what the kind keeps beside the organisation; a
 * code without such a file belongs to an organisation of another kind and is refused. `settle` says what a change comes to.
 */
export async function settleByCode<Made extends Row, File extends { organisationId: string }, Changed>(
  db: Reader,
  rows: readonly Made[],
  filesOf: (organisationIds: string[]) => PromiseLike<File[]>,
  settle: (known: KnownOrganisation, file: File, row: Made, change: Change) => Settled<Made, Changed>,
): Promise<Settled<Made, Changed>[]> {
  const organisations = await organisationsByCode(
    db,
    rows.map(({ creditCode }) => creditCode),
  );
  const files = await filesOf([...organisations.values()].map(({ id }) => id));
  const fileOf = new Map(files.map((file) => [file.organisationId, file]));
  return rows.map((row) => {
    const known = organisations.get(row.creditCode);
    if (!known) return { kind: "created", made: row };
    const file = fileOf.get(known.id);
    if (!file) return refusedCode("exchange:code_of_another_kind", known, row);
    const change = changedFields({ ...known, ...file }, row.given);
    return change.fields.length === 0 ? { kind: "unchanged" } : settle(known, file, row, change);
  });
}

/** A row refused for whom its credit code belongs to. */
export function refusedCode(
  key: Problem["key"],
  { name }: KnownOrganisation,
  { creditCode }: Row,
): { kind: "refused"; problem: Problem } {
  return { kind: "refused", problem: { column: "credit_code", key, values: { value: creditCode, name } } };
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
