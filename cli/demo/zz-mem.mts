import Sqlite from "better-sqlite3";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { loadDemonstration } from "/work/main/cli/demo/load";
const w = new Sqlite(process.argv[3] ?? ":memory:");
w.pragma("journal_mode = WAL"); w.pragma("synchronous = NORMAL");
w.pragma("foreign_keys = " + (process.argv[4] ?? "ON"));
migrateDatabase(w); w.pragma("foreign_keys = " + (process.argv[4] ?? "ON"));
loadReference(w);
const c0 = process.cpuUsage(); let last = c0;
await loadDemonstration({ reader: w, writer: w }, process.argv[2] as "small", (line) => { const n = process.cpuUsage(last); console.log(((n.user + n.system) / 1e6).toFixed(2), line); last = process.cpuUsage(); });
const n = process.cpuUsage(c0); console.log("cpu", n.user / 1e6, n.system / 1e6);

