/**
 * To whom an expert is tied, in one place: the employer, organisations the account belongs to, declared ties, and contracts
 * of the expert's own organisations with the enterprise of the case (decision 0021). Earlier employers are not remembered
 * anywhere, so they are ties only when declared.
 */
import { and, inArray, ne } from "drizzle-orm";
import { expert, membership, organisation } from "#db/schema/identity.server";
import { project } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import type { ShownTie, TieKind } from "./frozen";

type Bond = { expertUserId: string; organisationId: string; kind: TieKind };

/** The ties of an expert to organisations, and to this enterprise by contract; nobody sent, nothing tied. */
export async function tiesOf(
  db: Reader,
  userId: string | null,
  enterpriseId: string | null = null,
): Promise<ShownTie[]> {
  if (userId === null) return [];
  const ties = await tiesByExpert(db, [userId], enterpriseId === null ? [] : [enterpriseId]);
  return ties.get(userId) ?? [];
}

/** The same for many experts and enterprises at once; each organisation once, by its strongest kind. */
export async function tiesByExpert(
  db: Reader,
  userIds: readonly string[],
  enterpriseIds: readonly string[],
): Promise<Map<string, ShownTie[]>> {
  const own = await ownBonds(db, userIds);
  const bonds = [...own, ...(await contractBonds(db, own, enterpriseIds))];
  const names = await namesOf(db, bonds);
  const ties = new Map<string, ShownTie[]>(userIds.map((id) => [id, []]));
  for (const { expertUserId, organisationId, kind } of bonds) {
    const of = ties.get(expertUserId);
    if (!of || of.some((tie) => tie.organisationId === organisationId)) continue;
    of.push({ organisationId, kind, name: names.get(organisationId) ?? organisationId });
  }
  return ties;
}

/** The organisations of ties, each once: what the conflict rule asks for. */
export function tiedIds(ties: readonly ShownTie[]): string[] {
  return ties.map(({ organisationId }) => organisationId);
}

async function ownBonds(db: Reader, userIds: readonly string[]): Promise<Bond[]> {
  if (userIds.length === 0) return [];
  const ids = [...userIds];
  const [experts, memberships] = await Promise.all([
    db
      .select({ expertUserId: expert.userId, employer: expert.organisationId, declared: expert.ties })
      .from(expert)
      .where(inArray(expert.userId, ids)),
    db
      .select({ expertUserId: membership.userId, organisationId: membership.organisationId })
      .from(membership)
      .where(inArray(membership.userId, ids)),
  ]);
  return [
    ...experts.map(({ expertUserId, employer }): Bond => ({
      expertUserId,
      organisationId: employer,
      kind: "employer",
    })),
    ...memberships.map((bond): Bond => ({ ...bond, kind: "member" })),
    ...experts.flatMap(({ expertUserId, declared }) =>
      declared.map((organisationId): Bond => ({ expertUserId, organisationId, kind: "declared" })),
    ),
  ];
}

/** A contract is every project that got past the pool, whatever became of it. Declared ties do not pass their contracts on. */
async function contractBonds(db: Reader, own: readonly Bond[], enterpriseIds: readonly string[]): Promise<Bond[]> {
  const theirs = own.filter(({ kind }) => kind !== "declared");
  if (theirs.length === 0 || enterpriseIds.length === 0) return [];
  const isTheirs = and(
    inArray(project.enterpriseId, [...enterpriseIds]),
    inArray(project.providerId, [...new Set(tiedOrganisations(theirs))]),
    ne(project.status, "pool"),
  );
  const contracts = await db
    .selectDistinct({ providerId: project.providerId, enterpriseId: project.enterpriseId })
    .from(project)
    .where(isTheirs);
  return theirs.flatMap(({ expertUserId, organisationId }) =>
    contracts
      .filter(({ providerId }) => providerId === organisationId)
      .map(({ enterpriseId }): Bond => ({ expertUserId, organisationId: enterpriseId, kind: "contract" })),
  );
}

async function namesOf(db: Reader, bonds: readonly Bond[]): Promise<Map<string, string>> {
  if (bonds.length === 0) return new Map();
  const { id, name } = organisation;
  const rows = await db
    .select({ id, name })
    .from(organisation)
    .where(inArray(id, [...new Set(tiedOrganisations(bonds))]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

function tiedOrganisations(bonds: readonly Bond[]): string[] {
  return bonds.map(({ organisationId }) => organisationId);
}
