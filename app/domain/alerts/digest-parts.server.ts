/** What alerts say: solutions under the reasons for which someone is told of them. */
import { and, eq, inArray } from "drizzle-orm";
import type { alertItem } from "#db/schema/alerts.server";
import { savedSearch } from "#db/schema/catalogue.server";
import { recommendation } from "#db/schema/clinic.server";
import { membership } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { AlertKind, FollowKind } from "#db/vocabulary/notices";
import type { Catalogue } from "~/domain/catalogue/published.server";
import type { Reference } from "~/domain/scenarios/reference";
import { FollowChoice } from "./alert-form";
import { namesOf } from "./follows.server";

type Shown = { title: string; providerName: string; slug: string };
export type ReasonKind = Exclude<AlertKind, "follow"> | FollowKind;
/** One reason with what is new under it; each solution stands under the first of its reasons only. */
export type DigestPart = {
  kind: ReasonKind;
  nameZh: string;
  nameEn: string;
  recommendationId: string | null;
  solutions: Shown[];
};
type Item = Pick<typeof alertItem.$inferSelect, "kind" | "reason" | "solutionId">;
/** What was found for one person. */
type FoundFor = { userId: string; items: readonly Item[] };
type Named = Omit<DigestPart, "solutions">;

/**
 * Recommendations first, then searches, then what is followed; the first `most` solutions in that order. What is not listed any
 * more, and reasons that are gone, are left out.
 */
export async function partsOf(
  db: Reader,
  { userId, items }: FoundFor,
  { byId }: Pick<Catalogue, "byId">,
  reference: Reference,
  most: number,
): Promise<{ parts: DigestPart[]; total: number }> {
  const named = await reasonsOf(db, { userId, items }, reference);
  const parts = new Map<string, DigestPart>();
  const seen = new Set<string>();
  for (const { kind, reason, solutionId } of items.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])) {
    const about = named.get(`${kind} ${reason}`);
    const solution = byId.get(solutionId);
    if (!about || !solution || seen.has(solutionId)) continue;
    seen.add(solutionId);
    if (seen.size > most) continue;
    const part = parts.get(`${kind} ${reason}`) ?? { ...about, solutions: [] };
    parts.set(`${kind} ${reason}`, part);
    const { title, providerName, slug } = solution;
    part.solutions.push({ title, providerName, slug });
  }
  return { parts: [...parts.values()], total: seen.size };
}

const ORDER: Record<AlertKind, number> = { recommendation: 0, search: 1, follow: 2 };

/** What each reason is called; those that are there no longer have no name. */
async function reasonsOf(db: Reader, { userId, items }: FoundFor, reference: Reference): Promise<Map<string, Named>> {
  const of = (wanted: AlertKind) => [
    ...new Set(items.flatMap(({ kind, reason }) => (kind === wanted ? [reason] : []))),
  ];
  return new Map([
    ...(await searchNames(db, of("search"))),
    ...(await recommendationNames(db, userId, of("recommendation"))),
    ...followNames(of("follow"), reference),
  ]);
}

type Names = [string, Named][];

async function searchNames(db: Reader, ids: string[]): Promise<Names> {
  if (ids.length === 0) return [];
  const { id, name } = savedSearch;
  const rows = await db.select({ id, name }).from(savedSearch).where(inArray(id, ids));
  return rows.map((row) => [
    `search ${row.id}`,
    { kind: "search", nameZh: row.name, nameEn: row.name, recommendationId: null },
  ]);
}

/** Of the enterprises the person still belongs to: a report is not for whoever has left. */
async function recommendationNames(db: Reader, userId: string, ids: string[]): Promise<Names> {
  if (ids.length === 0) return [];
  const { id, title, enterpriseId } = recommendation;
  const rows = await db
    .select({ id, title })
    .from(recommendation)
    .innerJoin(membership, and(eq(membership.organisationId, enterpriseId), eq(membership.userId, userId)))
    .where(inArray(id, ids));
  return rows.map((row) => [
    `recommendation ${row.id}`,
    { kind: "recommendation", nameZh: row.title, nameEn: row.title, recommendationId: row.id },
  ]);
}

function followNames(reasons: string[], reference: Reference): Names {
  return reasons.flatMap((reason) => {
    const followed = FollowChoice.safeParse({ what: reason });
    const names = followed.success ? namesOf(reference, followed.data.what) : null;
    if (!followed.success || !names) return [];
    return [
      [`follow ${reason}`, { kind: followed.data.what.kind, ...names, recommendationId: null }] satisfies Names[number],
    ];
  });
}
