/** Enterprises as rows of the product's file format, in pages. */
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { enterprise, organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { ExportPage } from "../exchange";
import { enterpriseCells } from "./enterprise-file";

/** All enterprises by credit code, after the one of the page before. */
export async function enterprisesPage(db: Reader, after: string | null, limit: number): Promise<ExportPage> {
  const rows = await db
    .select({ enterprise, organisation })
    .from(enterprise)
    .innerJoin(organisation, eq(organisation.id, enterprise.organisationId))
    .where(and(isNotNull(organisation.creditCode), after === null ? undefined : gt(organisation.creditCode, after)))
    .orderBy(asc(organisation.creditCode))
    .limit(limit);
  return {
    rows: rows.map((row) =>
      enterpriseCells({ ...row.enterprise, ...row.organisation, creditCode: row.organisation.creditCode ?? "" }),
    ),
    next: rows.length < limit ? null : (rows.at(-1)?.organisation.creditCode ?? null),
  };
}
