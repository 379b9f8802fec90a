/** A made-up catalogue written straight into the tables, for tests of what readers see. */
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Store, Writer } from "#db/store.server";
import { listingParams, parseListingQuery, type ListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames, searchSolutions } from "~/domain/catalogue/listing.server";
import { rebuildIndex } from "~/domain/catalogue/published.server";
import { withQuery } from "~/paths";
import { referenceStore } from "../../world/reference";

type SolutionRow = typeof solution.$inferInsert;
type VersionRow = typeof solutionVersion.$inferInsert;
export type Made = Partial<Omit<VersionRow, "status">> &
  Partial<Pick<SolutionRow, "status" | "acceptedProjects" | "medianDays" | "quality" | "publishedAt">> & {
    provider?: string;
  };

/** Provider "p1" has id org_p1, slug p1 and name 服务商p1. */
export async function addProvider(
  tx: Writer,
  key: string,
  more: Partial<typeof provider.$inferInsert> = {},
): Promise<void> {
  const id = `org_${key}`;
  await tx.insert(organisation).values({
    id,
    kind: "provider",
    name: `服务商${key}`,
    regionCode: "360100",
    parkSlug: "nanchang-htdz",
    createdAt: 1,
  });
  await tx.insert(provider).values({
    organisationId: id,
    slug: key,
    status: "open",
    type: "product",
    industries: [],
    scenarios: [],
    certificates: [],
    ...more,
  });
}

/** Solution number 7 has id sol_7, slug s-7 and, unless told otherwise, title 方案七号 and provider p1. */
export async function addSolution(tx: Writer, no: number, made: Made = {}): Promise<void> {
  const {
    provider: key = "p1",
    status = "published",
    acceptedProjects = 0,
    medianDays = null,
    quality = 0,
    publishedAt = no,
    ...version
  } = made;
  const id = `sol_${no}`;
  await tx.insert(solution).values({
    id,
    no,
    slug: `s-${no}`,
    providerId: `org_${key}`,
    status,
    currentVersionId: `ver_${no}`,
    acceptedProjects,
    medianDays,
    quality,
    createdAt: 1,
    updatedAt: 1,
    publishedAt,
  });
  await tx.insert(solutionVersion).values({
    id: `ver_${no}`,
    solutionId: id,
    number: 1,
    status: "current",
    title: "方案七号",
    industries: [],
    scenarios: [],
    parks: [],
    regions: [],
    deployment: [],
    keywords: [],
    createdAt: 1,
    ...version,
  });
}

/** Writes providers and solutions 1, 2, … and indexes them. */
export async function fillMarket(store: Pick<Store, "write">, made: Made[], providers = ["p1", "p2"]): Promise<void> {
  await store.write(async (tx) => {
    for (const key of providers) await addProvider(tx, key);
    for (const [index, each] of made.entries()) await addSolution(tx, index + 1, each);
    await rebuildIndex(tx);
  });
}

export async function market(made: Made[], providers?: string[]) {
  const store = referenceStore();
  await fillMarket(store, made, providers);
  const find = async (params: string | URLSearchParams) => {
    const { query, ignored } = parseListingQuery(new URLSearchParams(params), await knownNames(store.db));
    return { query, ...(await searchSolutions(store.db, query)), ignored };
  };
  const numbers = async (params: string) => (await find(params)).items.map(({ no }) => no);
  return { store, find, numbers };
}

/** The query of the following page. */
export function following(query: ListingQuery, next: string): string {
  return withQuery("", listingParams(query, next)).slice(1);
}
