/** The public catalogue as rows of the product's file formats, in pages: what an import of them would make again. */
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { ExportPage } from "~/domain/exchange";
import { providerCells } from "./provider-file";
import { isLiveByNumber } from "./published-rows.server";
import { solutionCells } from "./solution-file";

/** Open providers by credit code, after the one of the page before. Suspended and waiting ones would come back open: left out. */
export async function providersPage(db: Reader, after: string | null, limit: number): Promise<ExportPage> {
  const rows = await db
    .select({ provider, organisation })
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(
      and(
        eq(provider.status, "open"),
        isNotNull(organisation.creditCode),
        after === null ? undefined : gt(organisation.creditCode, after),
      ),
    )
    .orderBy(asc(organisation.creditCode))
    .limit(limit);
  return {
    rows: rows.map((row) =>
      providerCells({ ...row.provider, ...row.organisation, creditCode: row.organisation.creditCode ?? "" }),
    ),
    next: rows.length < limit ? null : (rows.at(-1)?.organisation.creditCode ?? null),
  };
}

/** Solutions readers can see, by number, after the one of the page before. */
export async function solutionsPage(db: Reader, after: string | null, limit: number): Promise<ExportPage> {
  const rows = await db
    .select({ no: solution.no, version: solutionVersion, creditCode: organisation.creditCode })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(
      and(
        isLiveByNumber,
        isNotNull(organisation.creditCode),
        after === null ? undefined : gt(solution.no, Number(after)),
      ),
    )
    .orderBy(asc(solution.no))
    .limit(limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ version, creditCode }) => solutionCells({ ...version, creditCode: creditCode ?? "" })),
    next: last && rows.length === limit ? String(last.no) : null,
  };
}
