/** Imported before everything else: React and the settings read the environment when they are loaded. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV ||= "production";
// A demonstration world has to be asked for (`npm start` does); a bare production start neither has nor admits one.
process.env.DEMO ||= process.env.NODE_ENV === "production" ? "none" : "programme";

/** How many processes serve. A wrong WORKERS counts as one: that process checks all settings and names the wrong one. */
export function workersWanted(): number {
  const wanted = process.env.WORKERS ? Number(process.env.WORKERS) : availableParallelism();
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, 64) : 1;
}
