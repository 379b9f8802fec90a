/** The production build, made when and only when the content of its inputs has changed. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { run } from "./children.mjs";
import { step, stop } from "./progress.mjs";

export const REMIX = "node_modules/@remix-run/dev/dist/cli.js";
const FOLDER = process.env.BUILD_DIR || "build";
const STAMP = `${FOLDER}/.inputs`;
// Not package.json: every edit of a script would build again. The lock file says which packages are bundled.
const INPUTS = [
  "app",
  "db",
  "public",
  "package-lock.json",
  "remix.config.js",
  "scripts/field-kit.mjs",
  "tsconfig.json",
  "vite.config.ts",
];
const COMPRESSIBLE = /\.(js|css|svg|json|txt|map|webmanifest)$/;

export async function prepareBuild({ isForced = false } = {}) {
  // Content and not times: a checkout changes times only, a deleted file changes none.
  const inputs = hashOf(INPUTS);
  const fresh =
    !isForced && existsSync(`${FOLDER}/server/index.js`) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs;
  await step("Build", fresh ? null : "building, about half a minute", async () => {
    if (fresh) return;
    rmSync(STAMP, { force: true });
    for (const part of [[REMIX, "vite:build"], ["scripts/field-kit.mjs"]]) {
      const { code, text } = await run(process.execPath, part, { env: { NODE_ENV: "production" }, capture: true });
      if (code === 0) continue;
      console.error(text);
      stop("The build failed; the lines above say where.");
    }
    compressAssets(`${FOLDER}/client`);
    writeFileSync(STAMP, inputs);
  });
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder).sort()) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

/** Compressed once here instead of on every request. */
function compressAssets(folder) {
  for (const file of filesUnder(folder)) {
    if (!COMPRESSIBLE.test(file) || statSync(file).size < 1024) continue;
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
  }
}

// `npm run build`
if (process.argv[1] === fileURLToPath(import.meta.url)) await prepareBuild({ isForced: true });
