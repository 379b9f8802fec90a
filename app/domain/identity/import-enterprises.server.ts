/** Enterprises from a file (product contract, "Data in"): the key is the credit code. No account is made for them. */
import type Sqlite from "better-sqlite3";
import { eq, inArray } from "drizzle-orm";
import { enterprise } from "#db/schema/identity.server";
import { into } from "#db/seed/rows.server";
import type { Reader, Writer } from "#db/store.server";
import type { Names } from "../file-cells";
import type { Importing, ImportWriting } from "../exchange";
import { record, recordImport } from "../journal/journal.server";
import { enterpriseColumns, readEnterprise, type EnterpriseRow } from "./enterprise-file";
import { changeOrganisation, organisationAdder, settleByCode } from "./organisations-in-bulk.server";

type Changed = {
  id: string;
  edit: number;
  row: EnterpriseRow;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/**
 * Reads and settles rows of enterprises: new by credit code, changed, or as they are. Refuses a code that belongs to an
 * organisation of another kind, and a foundation after `today` (YYYY-MM-DD in Shanghai). Writes nothing.
 */
export function enterprisesImport(
  db: Reader,
  names: Names,
  today: string,
): Importing<EnterpriseRow, EnterpriseRow, Changed> {
  return {
    columns: enterpriseColumns,
    readRow: (cells) => readEnterprise(cells, names, today),
    settle: (rows) =>
      settleByCode(
        db,
        rows,
        (ids) => db.select().from(enterprise).where(inArray(enterprise.organisationId, ids)),
        ({ id }, { edit }, row, { before, after }) => ({ kind: "updated", changed: { id, edit, row, before, after } }),
      ),
  };
}

/** Writes organisation, enterprise, and the journal: one entry for the import, one for each enterprise it changed. */
export function enterprisesWriting(
  tx: Writer,
  writer: Sqlite.Database,
  at: number,
): ImportWriting<EnterpriseRow, Changed> {
  const addOrganisation = organisationAdder(writer, "enterprise", at);
  const addEnterprise = into(writer, enterprise);
  return {
    async write(batch) {
      for (const settled of batch) {
        if (settled.kind === "updated") await change(tx, settled.changed);
        if (settled.kind !== "created") continue;
        const { creditCode, content } = settled.made;
        const { name, regionCode, parkSlug, ...file } = content;
        addEnterprise({ organisationId: addOrganisation({ creditCode, name, regionCode, parkSlug }), ...file });
      }
    },
    async finish(file, counts) {
      await recordImport(tx, "enterprises.imported", { file, ...counts });
    },
  };
}

async function change(tx: Writer, { id, edit, row, before, after }: Changed): Promise<void> {
  const { name, regionCode, parkSlug, ...file } = row.given;
  await changeOrganisation(tx, id, { name, regionCode, parkSlug });
  await tx
    .update(enterprise)
    .set({ ...file, edit: edit + 1 })
    .where(eq(enterprise.organisationId, id));
  await record(tx, null, {
    action: "enterprise.imported",
    subject: { kind: "organisation", id },
    ownerOrganisationId: id,
    parkSlug: row.content.parkSlug,
    regionCode: row.content.regionCode,
    before,
    after,
  });
}
