/**
 * What start, dev and test do first, each step skipped when its inputs are unchanged. Needs Node only: it runs before
 * any package is there. The scripts call it themselves because a user's ignore-scripts would skip npm's pre-scripts.
 */
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { prepareBuild } from "./build.mjs";
import { run, stopWithParent } from "./children.mjs";
import { releaseSetupLock, withSetupLock } from "./lock.mjs";
import { preparePackages } from "./packages.mjs";
import { Stop, stop } from "./progress.mjs";

/** Runs a script's `main`: stops with npm, shows a Stop as one sentence, exits with the code `main` resolves to. */
export async function script(main) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  stopWithParent(releaseSetupLock);
  try {
    checkNode();
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

/** Settings of .env, unless the environment already has them. */
export function readDotEnv() {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

export function prepare({ build }) {
  return withSetupLock(async () => {
    await preparePackages();
    if (build) await prepareBuild();
  });
}

/** Database, reference data and, when empty, the demonstration world. */
export async function prepareDatabase(env) {
  const { code } = await run(process.execPath, ["--import", "tsx", "cli/main.ts", "setup"], { env });
  if (code !== 0) stop("The database could not be prepared; the lines above say why.");
}

/** Found out before minutes of set-up, not after. */
export async function checkPort(host, port) {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) stop("PORT must be a number between 0 and 65535.");
  const probe = createServer();
  const error = await new Promise((resolve) => {
    probe.once("error", resolve);
    probe.listen({ host, port }, () => probe.close(() => resolve(null)));
  });
  if (error?.code === "EADDRINUSE") {
    stop(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`);
  }
  if (error) stop(`Cannot listen on ${host}:${port} (${error.code}). Set HOST and PORT to an address of this machine.`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || major === 21 || major === 22;
  if (!fits) stop(`Node ${process.versions.node} does not fit: Shuzhen needs Node 20.19 or newer, below 23.`);
}
