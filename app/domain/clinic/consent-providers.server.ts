/** Providers an enterprise may let read its report: those it has to do with, and any other by name. */
import { and, asc, eq, inArray, like } from "drizzle-orm";
import { provider, solution } from "#db/schema/catalogue.server";
import { recommendation } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { enquiry } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { MAX_FOUND } from "./consent-status";

export type ProviderName = { id: string; name: string };
/** Each provider once, in the first group it belongs to; only open ones. */
export type ProviderChoices = { recommended: ProviderName[]; asked: ProviderName[]; found: ProviderName[] };

/** Those named in the report, those asked by enquiry, and those whose name holds `words`. The caller has read the report. */
export async function providerChoices(
  db: Reader,
  member: EnterpriseMember,
  reportId: string,
  words: string,
): Promise<ProviderChoices> {
  const [recommended, asked, found] = await Promise.all([
    namedIn(db, reportId),
    askedBy(db, member),
    words === "" ? [] : byName(db, words),
  ]);
  const seen = new Set<string>();
  const once = (list: ProviderName[]) => list.filter(({ id }) => !seen.has(id) && seen.add(id));
  return { recommended: once(recommended), asked: once(asked), found: once(found) };
}

async function namedIn(db: Reader, reportId: string): Promise<ProviderName[]> {
  const rows = await db
    .select({ solutionIds: recommendation.solutionIds })
    .from(recommendation)
    .where(eq(recommendation.reportId, reportId));
  const ids = [...new Set(rows.flatMap(({ solutionIds }) => solutionIds))];
  if (ids.length === 0) return [];
  const isNamed = and(inArray(solution.id, ids), eq(provider.status, "open"));
  return db
    .selectDistinct(name)
    .from(solution)
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(isNamed)
    .orderBy(asc(organisation.name));
}

function askedBy(db: Reader, member: EnterpriseMember): Promise<ProviderName[]> {
  const isAsked = and(eq(enquiry.enterpriseId, member.organisationId), eq(provider.status, "open"));
  return db
    .selectDistinct(name)
    .from(enquiry)
    .innerJoin(provider, eq(provider.organisationId, enquiry.providerId))
    .innerJoin(organisation, eq(organisation.id, enquiry.providerId))
    .where(isAsked)
    .orderBy(asc(organisation.name));
}

function byName(db: Reader, words: string): Promise<ProviderName[]> {
  const part = words.replace(/[%_]/g, "");
  const isFound = and(like(organisation.name, `%${part}%`), eq(provider.status, "open"));
  return db
    .select(name)
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(isFound)
    .orderBy(asc(organisation.name))
    .limit(MAX_FOUND);
}

const name = { id: organisation.id, name: organisation.name };
