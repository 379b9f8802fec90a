/** `backup`: a consistent copy of the database and of the uploaded files while the server runs. */
import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { UPLOADS } from "~/domain/files/uploads.server";
import { env } from "~/env.server";
import { store } from "~/store.server";
import { timed } from "./progress";

export function addBackupCommand(program: Command): void {
  program
    .command("backup")
    .argument("<file>", "the new file")
    .description("copy the database into a new file and uploads into FILE.uploads beside it")
    .action(backup);
}

async function backup(given: string): Promise<void> {
  if (!existsSync(env.databaseFile)) throw new Error(`There is no database at ${env.databaseFile}.`);
  // npm changes into the project; the operator means the folder the command was typed in.
  const file = resolve(process.env.INIT_CWD ?? ".", given);
  if (existsSync(file)) throw new Error(`${file} exists already; name a new file.`);
  await timed(`Backup ${file}`, () => store().copyTo(file));
  const uploads = join(env.dataDir, UPLOADS);
  if (!existsSync(uploads)) return;
  // After the database: a file is written before its row, so every row of the copy finds its file.
  const beside = `${file}.${UPLOADS}`;
  await timed(`Backup ${beside}`, () => cp(uploads, beside, { recursive: true, errorOnExist: true, force: false }));
}
