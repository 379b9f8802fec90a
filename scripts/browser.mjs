/** The browser and the Chinese fonts that the browser tests need. */
import { run } from "./children.mjs";
import { installFromDebian } from "./debian.mjs";
import { found, step, stop } from "./progress.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/** Resolves to the browser's path. */
export function prepareBrowser() {
  return step("Browser", null, async () => {
    if (!browser() || !(await hasChineseFont()))
      await installFromDebian(PACKAGES, "The browser tests need Chromium and Chinese fonts.");
    const path = browser();
    return path ?? stop("The browser is still missing after its installation.");
  });
}

function browser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return NAMES.map(found).find((path) => path !== null) ?? null;
}

async function hasChineseFont() {
  const { code, text } = await run("fc-list", [":lang=zh", "family"], { capture: true });
  return code === 0 && text.trim() !== "";
}
