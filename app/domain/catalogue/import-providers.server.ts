/** Providers from a file (product contract, "Data in"): the key is the credit code. An import is an operator's act. */
import type Sqlite from "better-sqlite3";
import { eq, inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { provider } from "#db/schema/catalogue.server";
import { into } from "#db/seed/rows.server";
import type { Reader, Writer } from "#db/store.server";
import { changedFields } from "~/domain/changed-fields";
import type { Names, Problem } from "~/domain/file-cells";
import {
  changeOrganisation,
  organisationAdder,
  organisationsByCode,
} from "~/domain/identity/organisations-in-bulk.server";
import type { Importing, ImportWriting, Settled } from "~/domain/exchange";
import { record } from "~/domain/journal/journal.server";
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
 * organisation of another kind, and changes to a provider that is closed for good. Writes nothing.
 */
export function providersImport(db: Reader, names: Names): Importing<ProviderFileRow, ProviderFileRow, Changed> {
  return {
    columns: providerColumns,
    readRow: (cells) => readProvider(cells, names),
    settle: (rows) => settle(db, rows),
  };
}

async function settle(db: Reader, rows: readonly ProviderFileRow[]): Promise<Settled<ProviderFileRow, Changed>[]> {
  const organisations = await organisationsByCode(
    db,
    rows.map(({ creditCode }) => creditCode),
  );
  const ids = [...organisations.values()].map(({ id }) => id);
  const profiles = await db.select().from(provider).where(inArray(provider.organisationId, ids));
  const profileOf = new Map(profiles.map((profile) => [profile.organisationId, profile]));
  return rows.map((row) => {
    const known = organisations.get(row.creditCode);
    if (!known) return { kind: "created", made: row };
    const profile = profileOf.get(known.id);
    const values = { value: row.creditCode, name: known.name };
    if (!profile) return refused({ column: "credit_code", key: "exchange:code_of_another_kind", values });
    const { fields, before, after } = changedFields({ ...known, ...profile }, row.given);
    if (fields.length === 0) return { kind: "unchanged" };
    if (isProviderClosed(profile.status))
      return refused({ column: "credit_code", key: "exchange:closed_provider", values });
    const isRenamed = fields.includes("name");
    return { kind: "updated", changed: { id: known.id, row, edit: profile.edit, isRenamed, before, after } };
  });
}

function refused(problem: Problem): { kind: "refused"; problem: Problem } {
  return { kind: "refused", problem };
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
      const subject = { kind: "import", id: newId("imp") };
      await record(tx, null, { action: "providers.imported", subject, after: { file, ...counts } });
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
