/** Solutions from a file (product contract, "Data in"): the key is the provider's credit code with the title. */
import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import type { Reader } from "#db/store.server";
import { changedFields } from "~/domain/changed-fields";
import type { Names, Problem } from "~/domain/file-cells";
import { organisationsByCode } from "~/domain/identity/organisations-in-bulk.server";
import type { Importing, Settled } from "~/domain/exchange";
import type { SolutionRow, VersionRow } from "./own-solution.server";
import { isProviderClosed } from "./provider-status";
import { descending, readSolution, solutionColumns, titleKey, type SolutionFileRow } from "./solution-file";

export type Owner = { id: string; name: string; parkSlug: string | null; regionCode: string; isOpen: boolean };
export type MadeSolution = { row: SolutionFileRow; owner: Owner };
export type ChangedSolution = MadeSolution & {
  solution: SolutionRow;
  /** What readers see now. */
  version: VersionRow;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** What has been looked up of the providers in a file, so that no row asks again. */
type Known = {
  owners: Map<string, Owner | "closed" | null>;
  /** Title, as written and by its key → id of the solution, by provider; those readers see or have seen. */
  titles: Map<string, Map<string, string>>;
};

/**
 * Reads and settles rows of solutions: new by provider and title, changed, or as they are. Refuses an unknown or closed
 * provider. Drafts, what waits for its first approval and what is archived are not found by title. Writes nothing.
 */
export function solutionsImport(db: Reader, names: Names): Importing<SolutionFileRow, MadeSolution, ChangedSolution> {
  const known: Known = { owners: new Map(), titles: new Map() };
  return {
    columns: solutionColumns,
    readRow: (cells) => readSolution(cells, names),
    settle: (rows) => settle(db, known, rows),
  };
}

async function settle(
  db: Reader,
  known: Known,
  rows: readonly SolutionFileRow[],
): Promise<Settled<MadeSolution, ChangedSolution>[]> {
  await learnOwners(db, known, rows);
  await learnTitles(db, known, rows);
  const idOf = ({ creditCode, content }: SolutionFileRow) => {
    const owner = ownerIn(known, creditCode);
    const titles = owner && known.titles.get(owner.id);
    return titles?.get(content.title) ?? titles?.get(titleKey(content.title));
  };
  const live = await liveOf(
    db,
    rows.flatMap((row) => idOf(row) ?? []),
  );
  return rows.map((row) => {
    const owner = known.owners.get(row.creditCode) ?? null;
    if (owner === null) return refused(row, "exchange:unknown_provider");
    if (owner === "closed") return refused(row, "exchange:closed_provider");
    const found = live.get(idOf(row) ?? "");
    if (!found) return { kind: "created", made: { row, owner } };
    const { fields, before, after } = changedFields(found.version, row.given);
    if (fields.length === 0) return { kind: "unchanged" };
    const [problem] = descending({ ...found.version, ...row.given });
    if (problem) return { kind: "refused", problem };
    return { kind: "updated", changed: { ...found, row, owner, before, after } };
  });
}

function refused({ creditCode }: SolutionFileRow, key: Problem["key"]): { kind: "refused"; problem: Problem } {
  const values = { value: creditCode, name: creditCode };
  return { kind: "refused", problem: { column: "provider_credit_code", key, values } };
}

function ownerIn(known: Known, creditCode: string): Owner | null {
  const owner = known.owners.get(creditCode) ?? null;
  return owner === "closed" ? null : owner;
}

async function learnOwners(db: Reader, { owners }: Known, rows: readonly SolutionFileRow[]): Promise<void> {
  const codes = [...new Set(rows.map(({ creditCode }) => creditCode))].filter((code) => !owners.has(code));
  if (codes.length === 0) return;
  const organisations = await organisationsByCode(db, codes);
  const ids = [...organisations.values()].map(({ id }) => id);
  const { organisationId, status } = provider;
  const profiles = await db.select({ organisationId, status }).from(provider).where(inArray(organisationId, ids));
  const statusOf = new Map(profiles.map((profile) => [profile.organisationId, profile.status]));
  for (const code of codes) {
    const found = organisations.get(code);
    const standing = found && statusOf.get(found.id);
    if (!found || !standing) owners.set(code, null);
    else if (isProviderClosed(standing)) owners.set(code, "closed");
    else owners.set(code, { ...found, isOpen: standing === "open" });
  }
}

async function learnTitles(db: Reader, known: Known, rows: readonly SolutionFileRow[]): Promise<void> {
  const owners = new Set(rows.flatMap(({ creditCode }) => ownerIn(known, creditCode)?.id ?? []));
  const ids = [...owners].filter((id) => !known.titles.has(id));
  if (ids.length === 0) return;
  for (const id of ids) known.titles.set(id, new Map());
  const found = await db
    .select({ id: solution.id, providerId: solution.providerId, title: solutionVersion.title })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(and(inArray(solution.providerId, ids), ne(solution.status, "archived")));
  for (const { id, providerId, title } of found) known.titles.get(providerId)?.set(titleKey(title), id);
  // What is written exactly so comes before what only reads the same.
  for (const { id, providerId, title } of found) known.titles.get(providerId)?.set(title, id);
}

async function liveOf(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { solution: SolutionRow; version: VersionRow }>();
  const rows = await db
    .select({ solution, version: solutionVersion })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(and(inArray(solution.id, [...ids]), isNotNull(solution.currentVersionId)));
  return new Map(rows.map((row) => [row.solution.id, row]));
}
