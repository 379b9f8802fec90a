/** `demo`: fills an empty database with the demonstration world. */
import { Option, type Command } from "commander";
import { connections } from "~/store.server";
import { say, timed } from "./progress";

type Size = "programme" | "small";

export function addDemoCommand(program: Command): void {
  program
    .command("demo")
    .description("fill an empty database with the demonstration world")
    .addOption(new Option("--size <size>", "programme or small").choices(["programme", "small"]).default("programme"))
    .action(async ({ size }: { size: Size }) => {
      if (hasOrganisations()) throw new Error("The database has organisations already; only an empty one is filled.");
      await loadWorld(size);
    });
}

export async function loadWorld(size: Size): Promise<void> {
  say(`Demonstration world: composing (${size}) …`);
  // Loaded only here: no other command needs the composing code.
  const { loadDemonstration } = await import("./demo/load");
  await timed("Demonstration world", () => loadDemonstration(connections(), size, (line) => say(`  ${line}`)));
}

export function hasOrganisations(): boolean {
  return connections().reader.prepare("SELECT 1 FROM organisation LIMIT 1").get() !== undefined;
}
