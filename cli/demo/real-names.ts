import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILES = ["providers-public.csv", "solutions-public.csv"];

/** Names of real organisations and platforms in the reference data: no invented one may contain them. */
export function realNames(): string[] {
  return FILES.flatMap((file) => {
    const path = fileURLToPath(new URL(`../../db/reference/${file}`, import.meta.url));
    const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true });
    return rows.flatMap((row) => [row.name_zh, row.provider_name_zh]).filter((name): name is string => Boolean(name));
  });
}
