/**
 * `npm run bench [name …]`: the benchmarks of this folder, all or by name. A benchmark is a file with the name that exports
 * one function `bench…(say)`. Loopback only; BENCH_QUICK=1 takes one short slice of each page, to see that it works.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { machine, type Say } from "./measure";

const ALL = ["pages", "search", "matching", "documents", "clinic"];

const asked = process.argv.slice(2);
const say: Say = (line) => process.stdout.write(`${line}\n`);

say(`Machine: ${machine()}`);
for (const name of asked.length > 0 ? asked : ALL) {
  say(`\n## ${name}\n`);
  const bench = await benchmark(name);
  await bench(say);
}
process.exit(0);

async function benchmark(name: string): Promise<(say: Say) => unknown> {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const exported: Record<string, unknown> = existsSync(file) ? await import(file) : {};
  const found = Object.entries(exported).find(([key]) => key.startsWith("bench"))?.[1];
  if (typeof found !== "function")
    throw new Error(`there is no benchmark ${name}; those of every run: ${ALL.join(", ")}`);
  return (to) => found(to);
}
