/** Providers from a file (product contract, "Data in"): the key is the credit code. An import is an operator's act. */
import type Sqlite from "better-sqlite3";
import { eq, inArray } from "drizzle-orm";
import { provider } from "#db/schema/catalogue.server";
import { into } from "#db/seed/rows.server";
import type { Reader, Writer } from "#db/store.server";
import type { Names } from "~/domain/file-cells";
import {
  changeOrganisation,
  organisationAdder,
  refusedCode,
  settleByCode,
} from "~/domain/identity/organisations-in-bulk.server";
import type { Importing, ImportWriting } from "~/domain/exchange";
import { record, recordImport } from "~/domain/journal/journal.server";
import { providerColumns, readProvider, type ProviderFileRow } from "./provider-file";
import { isProviderClosed } from "./provider-status";
import { refreshProviderIndex } from "./published.server";
import { slugInBulk } from "./slugs.server";

type Changed = {
  id: string;
  row: ProviderFileRow;
  edit: number;
  isRenamed: boolean;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/**
 * Reads and settles rows of providers: new by credit code, changed, or as they are. Refuses a code that belongs to an
 * organisation of another kind, a foundation after `today` (YYYY-MM-DD in Shanghai), and changes to a provider that is closed
 * for good. Writes nothing.
 */
export function providersImport(
  db: Reader,
  names: Names,
  today: string,
): Importing<ProviderFileRow, ProviderFileRow, Changed> {
  return {
    columns: providerColumns,
    readRow: (cells) => readProvider(cells, names, today),
    settle: (rows) =>
      settleByCode(
        db,
        rows,
        (ids) => db.select().from(provider).where(inArray(provider.organisationId, ids)),
        (known, { status, edit }, row, { fields, before, after }) => {
          if (isProviderClosed(status)) return refusedCode("exchange:closed_provider", known, row);
          const isRenamed = fields.includes("name");
          return { kind: "updated", changed: { id: known.id, row, edit, isRenamed, before, after } };
        },
      ),
  };
}

/**
 * New providers are open at once; what staff decided about known ones stands. Writes organisation, provider, the index when a
 * name changed, and the journal: one entry for the import, one for each provider it changed.
 */
export function providersWriting(
  tx: Writer,
  writer: Sqlite.Database,
  at: number,
): ImportWriting<ProviderFileRow, Changed> {
  const addOrganisation = organisationAdder(writer, "provider", at);
  const addProvider = into(writer, provider);
  return {
    async write(batch) {
      for (const settled of batch) {
        if (settled.kind === "updated") await change(tx, settled.changed);
        if (settled.kind !== "created") continue;
        const { creditCode, content } = settled.made;
        const { name, regionCode, parkSlug, ...profile } = content;
        const organisationId = addOrganisation({ creditCode, name, regionCode, parkSlug });
        const slug = slugInBulk(name, organisationId);
        const dates = { submittedAt: at, approvedAt: at };
        addProvider({ organisationId, slug, status: "open", certificates: [], ...profile, ...dates });
      }
    },
    async finish(file, counts) {
      await recordImport(tx, "providers.imported", { file, ...counts });
    },
  };
}

async function change(tx: Writer, { id, edit, row, isRenamed, before, after }: Changed): Promise<void> {
  const { name, regionCode, parkSlug, ...profile } = row.given;
  await changeOrganisation(tx, id, { name, regionCode, parkSlug });
  await tx
    .update(provider)
    .set({ ...profile, edit: edit + 1 })
    .where(eq(provider.organisationId, id));
  if (isRenamed) await refreshProviderIndex(tx, id);
  await record(tx, null, {
    action: "provider.imported",
    subject: { kind: "provider", id },
    ownerOrganisationId: id,
    parkSlug: row.content.parkSlug,
    regionCode: row.content.regionCode,
    before,
    after,
  });
}
