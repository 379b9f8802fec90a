/** `setup`: everything a data directory needs before the server may start; does nothing when all is there. */
import type { Command } from "commander";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { rebuildIfStale } from "~/domain/catalogue/published.server";
import { env } from "~/env.server";
import { connections, store } from "~/store.server";
import { hasOrganisations, loadWorld } from "./demo-command";
import { timed } from "./progress";

export function addSetupCommand(program: Command): void {
  program
    .command("setup")
    .description("create or update the database in DATA_DIR; fill an empty one as DEMO says")
    .action(setup);
}

async function setup(): Promise<void> {
  await prepareDatabase();
  if (env.demo !== "none" && !hasOrganisations()) await loadWorld(env.demo);
  await timed("Search index", () => rebuildIfStale(store()));
}

/** Tables and reference data, as every command that writes expects them. */
export async function prepareDatabase(): Promise<void> {
  const { writer } = connections();
  await timed(`Database ${env.databaseFile}`, () => migrateDatabase(writer));
  await timed("Reference data", () => loadReference(writer));
}
