/** `npm test [group …]`: all checks or the named ones; the last line counts them. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { prepareBrowser } from "./browser.mjs";
import { run } from "./children.mjs";
import { prepareOffice } from "./office.mjs";
import { seconds, stop } from "./progress.mjs";
import { prepare, script } from "./setup.mjs";

const RESULTS = "test-results";
const VITEST = "node_modules/vitest/vitest.mjs";

/** In the order they run: quick answers first. `built` needs the built app, `browser` a browser, `office` readers of PDF and DOCX. */
const GROUPS = {
  format: { check: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."] },
  lint: { check: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"] },
  typecheck: { check: ["node_modules/typescript/bin/tsc", "--noEmit"] },
  unit: { vitest: "vitest.config.ts" },
  documents: { vitest: "vitest.documents.config.ts", office: true },
  journeys: { vitest: "vitest.journeys.config.ts", built: true },
  browser: { playwright: true, built: true, browser: true },
};

await script(async (names) => {
  const wrong = names.filter((name) => !(name in GROUPS));
  if (wrong.length > 0) stop(`There is no group ${wrong.join(", ")}. Groups: ${Object.keys(GROUPS).join(", ")}.`);
  const chosen = Object.entries(GROUPS).filter(([name]) => names.length === 0 || names.includes(name));
  await prepare({ build: chosen.some(([, group]) => group.built) });
  if (chosen.some(([, group]) => group.office)) await prepareOffice();
  const chromium = chosen.some(([, group]) => group.browser) ? await prepareBrowser() : null;
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const total = { passed: 0, failed: 0 };
  for (const [name, group] of chosen) {
    const { passed, failed } = await runGroup(name, group, chromium);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

async function runGroup(name, group, chromium) {
  const started = performance.now();
  console.log(`\n${name} …`);
  const counts = await (group.check ? check(group) : group.vitest ? vitest(name, group) : playwright(chromium));
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds(started)})`);
  return counts;
}

async function check({ check: command }) {
  const { code } = await run(process.execPath, command);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(name, { vitest: config }) {
  const file = `${RESULTS}/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await run(process.execPath, [VITEST, "run", "--config", config, ...reporters], {
    env: { NODE_ENV: "test" },
  });
  const report = readReport(file);
  // A file that cannot be loaded has failed without having a test of its own.
  const unloaded = report?.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0) ?? [];
  return counted(code, report?.numPassedTests, (report?.numFailedTests ?? 0) + unloaded.length);
}

async function playwright(chromium) {
  const file = `${RESULTS}/browser.json`;
  const command = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const { code } = await run(process.execPath, command, {
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    graceMs: 12_000,
  });
  const stats = readReport(file)?.stats;
  return counted(code, stats?.expected, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

/** A runner that fails without a failed test (nothing found, an error outside tests) counts as one failure. */
function counted(code, passed = 0, failed = 0) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
