/** Imported before everything else: React and the settings read the environment when they are loaded. */
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV ||= "production";
// A demonstration world has to be asked for (`npm start` does); a bare production start neither has nor admits one.
process.env.DEMO ||= process.env.NODE_ENV === "production" ? "none" : "programme";
