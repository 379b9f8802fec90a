/**
 * Builds the field kit beside the app: its script, and a service worker that knows the files of this very build.
 * Called by scripts/build.mjs after Vite.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const CLIENT = join(process.env.BUILD_DIR || "build", "client");
const FOLDER = join(CLIENT, "expert/field");

const shared = {
  bundle: true,
  minify: true,
  target: "es2020",
  format: "esm",
  jsx: "automatic",
  tsconfig: "tsconfig.json",
  legalComments: "none",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
};

await build({ ...shared, entryPoints: ["app/field-kit/main.tsx"], outfile: join(FOLDER, "kit.js") });

const styles = readdirSync(join(CLIENT, "assets")).filter((name) => name.endsWith(".css"));
const [style] = styles;
if (styles.length !== 1 || !style)
  throw new Error(`the field kit expects one style sheet, the build has ${styles.length}`);

/** Named files are replaced when their content is; hashed ones never change. */
const named = (url) => ({
  url,
  revision: createHash("sha256")
    .update(readFileSync(join(CLIENT, url)))
    .digest("hex"),
});
const styleUrl = `/assets/${style}`;
const files = [named("/expert/field/kit.js"), named("/favicon.svg"), { url: styleUrl, revision: null }];

await build({
  ...shared,
  entryPoints: ["app/field-kit/worker.ts"],
  outfile: join(FOLDER, "worker.js"),
  format: "iife",
  define: {
    ...shared.define,
    __FILES__: JSON.stringify(files),
    __STYLE__: JSON.stringify(styleUrl),
  },
});
