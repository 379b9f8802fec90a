/** The operators' commands: `npm run cli -- --help`. */
import "../server/settings";
import { Command } from "commander";
import { closeStore } from "~/store.server";
import { addBackupCommand } from "./backup";
import { addDemoCommand } from "./demo-command";
import { addExportCommand } from "./export";
import { addImportCommand } from "./import";
import { addMatchCommand } from "./match";
import { addSetupCommand } from "./setup";
import { addUserCommand } from "./user";

const program = new Command("shuzhen").description("Operators' commands of Shuzhen").showHelpAfterError();
addSetupCommand(program);
addDemoCommand(program);
addBackupCommand(program);
addUserCommand(program);
addImportCommand(program);
addExportCommand(program);
addMatchCommand(program);

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    // An operator needs the sentence; the stack is for those who ask.
    const sentence = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${sentence}\n`);
    if (process.env.LOG_LEVEL === "debug" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
    process.exitCode = 1;
  } finally {
    closeStore();
  }
}

await main();
