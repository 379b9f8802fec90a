/** The packages of package-lock.json, installed when and only when they differ from what is there. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./children.mjs";
import { found, step, stop } from "./progress.mjs";

const NATIVE_STAMP = "node_modules/.native-id";

export async function preparePackages() {
  await step("Packages", installed() ? null : "installing, a few minutes the first time", async () => {
    if (!installed()) await install();
    await prepareNative();
  });
}

/** Compares entry by entry: npm writes node_modules/.package-lock.json last, so a broken-off install differs. */
function installed() {
  const wanted = entries("package-lock.json");
  const present = entries("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === "") continue;
    const have = present[name];
    // Packages for other platforms are listed as optional and are rightly absent.
    if (have ? have.version !== entry.version || have.integrity !== entry.integrity : !entry.optional) return false;
  }
  return Object.keys(present).every((name) => name in wanted);
}

function entries(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

async function install() {
  const { code } = await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    env: npmEnvironment(),
  });
  if (code !== 0) stop(`npm ci failed (exit ${code}).${missingTools()}`);
}

/** better-sqlite3 is compiled for one version of Node's binary interface; rebuilt when that changes. */
async function prepareNative() {
  const id = `${process.platform}-${process.arch}-${process.versions.modules}`;
  if (existsSync(NATIVE_STAMP) && readFileSync(NATIVE_STAMP, "utf8") === id) return;
  if (!(await nativeWorks())) {
    console.log("  compiling better-sqlite3 for this version of Node");
    const { code, text } = await run("npm", ["rebuild", "better-sqlite3"], { env: npmEnvironment(), capture: true });
    if (code !== 0 || !(await nativeWorks())) {
      console.error(text);
      stop(`better-sqlite3 could not be compiled.${missingTools()}`);
    }
  }
  writeFileSync(NATIVE_STAMP, id);
}

async function nativeWorks() {
  const code = "new (require('better-sqlite3'))(':memory:').close()";
  return (await run(process.execPath, ["-e", code], { capture: true })).code === 0;
}

/** A user's own npm settings must not decide what is installed. */
function npmEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  const headers = existsSync(join(prefix, "include/node/node.h"));
  return {
    NODE_ENV: "development",
    npm_config_ignore_scripts: "false",
    npm_config_omit: "",
    // Without Node's own headers node-gyp would download them, which fails behind most firewalls.
    ...(headers && { npm_config_nodedir: prefix }),
  };
}

function missingTools() {
  const missing = ["python3", "make", "g++"].filter((tool) => !found(tool));
  if (missing.length === 0) return " The lines above say why.";
  return ` Missing: ${missing.join(", ")}. On Debian or Ubuntu: apt-get install -y python3 make g++`;
}
